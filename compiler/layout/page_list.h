// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/layout/flow.h"

namespace dossier::layout {

/// A number of a list of pages, or what stands between two.
struct PageListPart {
  std::string text;
  std::string anchor;  // where a number leads; empty between two
};

/// The pages of `anchors` as an index prints them: rising, each once, three and more in a row as a
/// range with an en dash, two as two. What is not known yet holds its place once an anchor; what
/// never will be known shows one "?" at the end.
[[nodiscard]] std::vector<PageListPart> PageListOf(const std::vector<std::string>& anchors,
                                                   const PageNumbers& numbers);

}  // namespace dossier::layout
