// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/compose/document.h"

namespace dossier::compose {

/// Keeps a paragraph that ends with a colon on the page of the list, quotation, table or figure that
/// it introduces; also inside lists and quotations. Notes behind the colon do not count.
void KeepLeadIns(std::vector<Block>& blocks);

}  // namespace dossier::compose
