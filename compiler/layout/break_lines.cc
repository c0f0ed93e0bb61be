// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/break_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
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

/// Tight and loose lines, as TeX tells them apart. Neighbours two apart look uneven.
enum Fitness : std::size_t { kTight, kDecent, kLoose, kVeryLoose, kFitnesses };

constexpr std::int64_t kUneven = 4000;
/// A line that ends with a hyphen after one that does, and before the last line.
constexpr std::int64_t kHyphenAgain = 6000;
constexpr std::int64_t kHyphenBeforeLast = 3000;

struct Candidate {
  std::int64_t width = 0;   // natural, without the space after the last unit
  std::int64_t spaces = 0;  // inside the line
};

struct Fit {
  std::int64_t badness = 0;
  Fitness fitness = kDecent;
};

/// How well a line is filled; a badness of `kNever` when it does not fit.
Fit FitOf(const Candidate& line, bool open_end, bool single, const BreakStyle& style) {
  const std::int64_t missing = style.measure - line.width;
  if (missing < 0) {
    const std::int64_t shrink = style.ragged ? 0 : line.spaces / kShrinkDivisor;
    if (-missing > shrink && !single) {
      return {kNever, kTight};
    }
    return {Badness(-missing, shrink), -missing * 2 > shrink ? kTight : kDecent};
  }
  if (!open_end || style.balanced) {
    const std::int64_t badness = Badness(missing, style.ragged ? style.measure / 5 : line.spaces);
    const bool even = style.ragged || missing * 2 <= line.spaces;
    return {badness, even ? kDecent : missing <= line.spaces ? kLoose : kVeryLoose};
  }
  // A last line of one short word.
  return {line.width * 12 < style.measure ? 30 : 0, kDecent};
}

/// The cheapest ways to end a line behind a unit, one for each kind of last line.
struct Ways {
  std::array<std::int64_t, kFitnesses> cost{kNever, kNever, kNever, kNever};
  std::array<std::uint32_t, kFitnesses> from{};
  std::array<std::uint8_t, kFitnesses> from_fitness{};
};

class Breaker {
 public:
  Breaker(std::span<const Unit> units, const BreakStyle& style)
      : units_(units), style_(style), ways_(units.size() + 1) {
    ways_[0].cost[kDecent] = 0;
  }

  std::vector<std::size_t> Run() {
    for (std::size_t end = 1; end <= units_.size(); ++end) {
      if (!units_[end - 1].never || end == units_.size()) {
        FindLinesTo(end);
      }
    }
    return Ends();
  }

 private:
  void FindLinesTo(std::size_t end) {
    const Unit& last = units_[end - 1];
    Candidate line{last.hyphen, 0};
    const std::size_t lowest = end > kLongestLine ? end - kLongestLine : 0;
    for (std::size_t begin = end; begin-- > lowest;) {
      // A forced break inside ends the search: the line cannot begin before it.
      if (begin + 1 < end && units_[begin].forced) {
        break;
      }
      line.width += units_[begin].width;
      if (begin + 1 < end) {
        line.width += units_[begin].space;
        line.spaces += units_[begin].space;
      }
      const bool single = begin + 1 == end;
      if (line.width - line.spaces / kShrinkDivisor > style_.measure && !single) {
        break;
      }
      if (begin == 0 || !units_[begin - 1].never) {
        const Fit fit = FitOf(line, end == units_.size() || last.forced, single, style_);
        if (fit.badness < kNever) {
          Offer(begin, end, fit);
        }
      }
    }
  }

  void Offer(std::size_t begin, std::size_t end, const Fit& fit) {
    const Unit& last = units_[end - 1];
    const std::int64_t penalty = last.penalty;
    std::int64_t own = (10 + fit.badness) * (10 + fit.badness) + penalty * penalty;
    if (begin > 0 && units_[begin - 1].hyphen > 0) {
      own += last.hyphen > 0 ? kHyphenAgain : end == units_.size() ? kHyphenBeforeLast : 0;
    }
    Ways& to = ways_[end];
    const Ways& from = ways_[begin];
    for (std::size_t before = 0; before < kFitnesses; ++before) {
      if (from.cost[before] >= kNever) {
        continue;
      }
      const std::size_t apart = before > fit.fitness ? before - fit.fitness : fit.fitness - before;
      const std::int64_t cost = from.cost[before] + own + (apart > 1 && begin > 0 ? kUneven : 0);
      if (cost < to.cost[fit.fitness]) {
        to.cost[fit.fitness] = cost;
        to.from[fit.fitness] = static_cast<std::uint32_t>(begin);
        to.from_fitness[fit.fitness] = static_cast<std::uint8_t>(before);
      }
    }
  }

  [[nodiscard]] std::vector<std::size_t> Ends() const {
    std::vector<std::size_t> ends;
    const auto& last = ways_.back().cost;
    auto fitness =
        static_cast<std::size_t>(std::min_element(last.begin(), last.end()) - last.begin());
    for (std::size_t end = units_.size(); end > 0;) {
      ends.push_back(end);
      const Ways& ways = ways_[end];
      end = ways.from[fitness];
      fitness = ways.from_fitness[fitness];
    }
    std::reverse(ends.begin(), ends.end());
    return ends;
  }

  std::span<const Unit> units_;
  const BreakStyle& style_;
  std::vector<Ways> ways_;
};

}  // namespace

std::vector<std::size_t> BreakLines(std::span<const Unit> units, const BreakStyle& style) {
  return Breaker(units, style).Run();
}

std::int64_t WorstBadness(std::span<const Unit> units, std::span<const std::size_t> ends,
                          const BreakStyle& style) {
  std::int64_t worst = 0;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    Candidate line{units[end - 1].hyphen, 0};
    for (std::size_t i = begin; i < end; ++i) {
      line.width += units[i].width + (i + 1 < end ? units[i].space : 0);
      line.spaces += i + 1 < end ? units[i].space : 0;
    }
    const bool open_end = end == units.size() || units[end - 1].forced;
    if (!open_end) {
      worst = std::max(worst, FitOf(line, false, begin + 1 == end, style).badness);
    }
    begin = end;
  }
  return worst;
}

}  // namespace dossier::layout
