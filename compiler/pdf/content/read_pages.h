// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "compiler/pdf/page_truth.h"

namespace dossier::pdf::content {

/// What each page hides, in their order. Needs: `pages` are those of `document`.
[[nodiscard]] std::vector<PageTruth> ReadPages(QPDF& document,
                                               const std::vector<QPDFObjectHandle>& pages);

}  // namespace dossier::pdf::content
