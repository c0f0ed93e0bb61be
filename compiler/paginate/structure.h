// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/layout/slab.h"
#include "compiler/structure/tree.h"

namespace dossier::paginate {

/// Joins the structures of the blocks into that of the document, settled; the elements of the slabs
/// become indices into it. Done once, when the blocks are final.
[[nodiscard]] structure::Tree JoinStructure(std::vector<layout::LaidBlock>& blocks);

}  // namespace dossier::paginate
