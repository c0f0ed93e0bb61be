// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "compiler/anchors/line_marks.h"

namespace dossier::anchors {

/// Marks that rise: indexes into the list of marks, in order of the document.
using Run = std::vector<std::size_t>;

/// A path of values: 2.3 is {2, 3}, IV is {4}. Empty for what has no value.
using Path = std::vector<int>;
[[nodiscard]] Path PathOf(const Mark& mark);

/// The longest run of `candidates` in which each number is the next after the one before (a step of
/// the same level, or down to the first of the next level, or up again; two numbers may be missing
/// in between), then the longest of what is left, and so on while a run has `shortest` marks.
///
/// Where two runs are as good the later marks are taken: what stands twice stands in a table of
/// contents first. `all` turns false when more runs are left than were followed.
[[nodiscard]] std::vector<Run> RisingRuns(const std::vector<Mark>& marks,
                                          std::span<const std::size_t> candidates,
                                          std::size_t shortest, bool& all);

}  // namespace dossier::anchors
