// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "compiler/foundation/page.h"

namespace dossier::pdf::internal {

/// The label of every page (ISO 32000-1:2008, 12.4.2); empty when the file declares none.
[[nodiscard]] std::vector<PageLabel> LabelsOf(QPDF& document, int page_count);

}  // namespace dossier::pdf::internal
