// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dossier::layout {

/// What stands between two places where a line may end. Lengths in raw units of `Length`.
struct Unit {
  std::int64_t width = 0;
  std::int64_t space = 0;  // after it, unless a line ends here
  int penalty = 0;         // for a line that ends here; 100 is a lot
  bool forced = false;     // a line must end here
  bool never = false;      // no line ends here
  std::int64_t hyphen = 0;  // width that a line gains when it ends here
};

struct BreakStyle {
  std::int64_t measure = 0;
  bool ragged = false;    // spaces do not stretch, so short lines cost less
  bool balanced = false;  // the last line should be as long as the others
};

/// Chooses where lines end: for each line the index behind its last unit. Weighs the whole
/// paragraph (D. Knuth and M. Plass, Breaking Paragraphs into Lines, 1981), in integers: how far
/// spaces stretch and shrink, penalties, hyphens on lines that follow each other or before the last
/// line, and tight lines beside loose ones.
///
/// A line is never wider than the measure after its spaces have shrunk by a sixth, except for a
/// single unit that is wider by itself. Time is linear in the number of units.
[[nodiscard]] std::vector<std::size_t> BreakLines(std::span<const Unit> units,
                                                  const BreakStyle& style);

/// Badness of the worst line: 100 when its spaces are stretched to twice their width. The last line
/// does not count.
[[nodiscard]] std::int64_t WorstBadness(std::span<const Unit> units,
                                        std::span<const std::size_t> ends, const BreakStyle& style);

/// The share of its width that a space may give up in a line that is too long.
inline constexpr std::int64_t kShrinkDivisor = 6;

}  // namespace dossier::layout
