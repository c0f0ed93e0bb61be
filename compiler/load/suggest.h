// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/text.h"

namespace dossier::load {

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (optimal string alignment), in bytes. Words longer than 64 bytes count as unlike.
[[nodiscard]] std::size_t EditDistance(std::string_view a, std::string_view b);

/// The candidate most like `word`, or empty when none is near enough to be meant: at most a third
/// of the letters differ, and never more than three. The first of equals.
[[nodiscard]] std::string_view Nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

/// `did you mean "x"?` when one is near, else `one of a, b, c` while the list is short. The
/// candidates are words of the schema, so they survive redaction.
[[nodiscard]] diagnostics::Text Suggest(std::string_view word,
                                        const std::vector<std::string_view>& candidates);

}  // namespace dossier::load
