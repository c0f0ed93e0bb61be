// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// The candidate that `word` was most likely meant to be: the fewest single-byte insertions,
/// deletions, replacements and swaps of neighbours, at most a third of the longer word and at
/// least one. Upper and lower case of ASCII are equal. The first of equals wins. Nothing when none
/// is near, or when `word` is longer than 64 bytes.
[[nodiscard]] std::optional<std::string> Closest(std::string_view word,
                                                 const std::vector<std::string_view>& candidates);

}  // namespace dossier
