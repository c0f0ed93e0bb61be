// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/break_lines.h"

#include <algorithm>
#include <limits>

namespace dossier::layout {
namespace {

/// No line holds more units: keeps paragraphs of units without width linear.
constexpr std::size_t kLongestLine = 600;
/// Badness of a line that is beyond saving; from there on it grows with every point, so that of two
/// bad lines the better one wins.
constexpr std::int64_t kBeyondSaving = 2700;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max() / 4;

/// 100 times the cube of `used / available`, as TeX measures it.
std::int64_t Badness(std::int64_t used, std::int64_t available) {
  if (used <= 0) {
    return 0;
  }
  if (used > available * 3) {
    return kBeyondSaving + (used - available * 3) / 100;
  }
  const std::int64_t ratio = used * 1000 / available;
  return ratio * ratio / 1000 * ratio / 10000;
}

struct Candidate {
  std::int64_t width = 0;   // natural, without the space after the last unit
  std::int64_t spaces = 0;  // inside the line
};

/// What a line costs; `kNever` when it does not fit.
std::int64_t Demerits(const Candidate& line, const Unit& last, bool final_line, bool single,
                      const BreakStyle& style) {
  const std::int64_t missing = style.measure - line.width;
  std::int64_t badness = 0;
  if (missing < 0) {
    const std::int64_t shrink = style.ragged ? 0 : line.spaces / kShrinkDivisor;
    if (-missing > shrink && !single) {
      return kNever;
    }
    badness = Badness(-missing, shrink);
  } else if ((!final_line && !last.forced) || style.balanced) {
    badness = Badness(missing, style.ragged ? style.measure / 5 : line.spaces);
  } else if (final_line && line.width * 12 < style.measure) {
    badness = 30;  // a last line of one short word
  }
  const std::int64_t penalty = last.penalty;
  return (10 + badness) * (10 + badness) + penalty * penalty;
}

}  // namespace

std::vector<std::size_t> BreakLines(std::span<const Unit> units, const BreakStyle& style) {
  const std::size_t count = units.size();
  std::vector<std::int64_t> cost(count + 1, kNever);
  std::vector<std::size_t> from(count + 1, 0);
  cost[0] = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    Candidate line;
    const std::size_t lowest = end > kLongestLine ? end - kLongestLine : 0;
    for (std::size_t begin = end; begin-- > lowest;) {
      // A forced break inside ends the search: the line cannot begin before it.
      if (begin + 1 < end && units[begin].forced) {
        break;
      }
      line.width += units[begin].width;
      if (begin + 1 < end) {
        line.width += units[begin].space;
        line.spaces += units[begin].space;
      }
      const bool single = begin + 1 == end;
      if (line.width - line.spaces / kShrinkDivisor > style.measure && !single) {
        break;
      }
      if (cost[begin] >= kNever) {
        continue;
      }
      const std::int64_t own = Demerits(line, units[end - 1], end == count, single, style);
      if (own < kNever && cost[begin] + own < cost[end]) {
        cost[end] = cost[begin] + own;
        from[end] = begin;
      }
    }
  }
  std::vector<std::size_t> ends;
  for (std::size_t end = count; end > 0; end = from[end]) {
    ends.push_back(end);
  }
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace dossier::layout
