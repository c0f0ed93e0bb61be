// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "compiler/anchors/line_marks.h"

namespace dossier::anchors {

/// A mark that was taken for a numbered thing, with its full number.
struct Entry {
  identifiers::Number number;
  std::size_t mark = 0;
};

/// Adds the parts of each entry: the lists that begin with 1, a or i between it and the next one,
/// each nested in the list that is open: "405", then "1." and "(a)" below, gives 405(1) and
/// 405(1)(a). `entries` are in order and stay so. Marks in `taken` are something else already.
[[nodiscard]] std::vector<Entry> WithParts(const std::vector<Mark>& marks,
                                           std::vector<Entry> entries,
                                           const std::vector<bool>& taken);

}  // namespace dossier::anchors
