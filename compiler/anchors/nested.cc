// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/nested.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace dossier::anchors {
namespace {

constexpr std::size_t kDeepest = 4;
constexpr int kWidestGap = 2;

enum class Counting { kDigits, kLetters, kRoman };

struct Level {
  Shape shape;
  Counting counting;
  int value;
  std::string step;
};

struct Reading {
  Counting counting;
  int value;
};

std::optional<int> SmallRoman(std::string_view step) {
  constexpr std::string_view kRoman[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                         "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                         "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
  const auto* const found = std::find(std::begin(kRoman), std::end(kRoman), step);
  if (found == std::end(kRoman)) return {};
  return static_cast<int>(found - std::begin(kRoman)) + 1;
}

/// "i" is the ninth letter or the first roman number: both, letters first.
std::vector<Reading> ReadingsOf(std::string_view step) {
  std::vector<Reading> readings;
  if (const auto value = identifiers::Value(step)) return {{Counting::kDigits, *value}};
  if (const auto rank = identifiers::Rank(step)) readings.push_back({Counting::kLetters, *rank});
  if (const auto roman = SmallRoman(step)) readings.push_back({Counting::kRoman, *roman});
  return readings;
}

/// The lists that are open inside one entry.
class Open {
 public:
  explicit Open(const identifiers::Number& top) : top_(top) {}

  /// The number of the mark when it goes on with an open list or begins one.
  std::optional<identifiers::Number> Take(const Mark& mark) {
    if (mark.number.steps.size() != 1) return {};
    const std::string& step = mark.number.steps.front();
    const std::vector<Reading> readings = ReadingsOf(step);
    for (std::size_t i = levels_.size(); i-- > 0;) {
      for (const Reading& reading : readings) {
        Level& level = levels_[i];
        if (level.shape != mark.shape || level.counting != reading.counting) continue;
        if (reading.value <= level.value || reading.value > level.value + kWidestGap) continue;
        level.value = reading.value;
        level.step = step;
        levels_.resize(i + 1);
        return Full();
      }
    }
    if (levels_.size() + top_.steps.size() >= identifiers::kMaxSteps || levels_.size() == kDeepest)
      return {};
    for (const Reading& reading : readings) {
      const bool open = std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) {
        return level.shape == mark.shape && level.counting == reading.counting;
      });
      if (reading.value != 1 || open) continue;
      levels_.push_back({mark.shape, reading.counting, 1, step});
      return Full();
    }
    return {};
  }

 private:
  [[nodiscard]] identifiers::Number Full() const {
    identifiers::Number number = top_;
    for (const Level& level : levels_) number.steps.push_back(level.step);
    return number;
  }

  identifiers::Number top_;
  std::vector<Level> levels_;
};

bool MayBePart(Shape shape) {
  return shape == Shape::kDotted || shape == Shape::kRound || shape == Shape::kHalf ||
         shape == Shape::kLetter;
}

}  // namespace

std::vector<Entry> WithParts(const std::vector<Mark>& marks, std::vector<Entry> entries,
                             const std::vector<bool>& taken) {
  std::vector<Entry> out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t end = i + 1 < entries.size() ? entries[i + 1].mark : marks.size();
    const std::size_t begin = entries[i].mark + 1;
    Open open(entries[i].number);
    out.push_back(std::move(entries[i]));
    for (std::size_t mark = begin; mark < end; ++mark) {
      if (taken[mark] || !MayBePart(marks[mark].shape)) continue;
      if (auto number = open.Take(marks[mark])) out.push_back({*std::move(number), mark});
    }
  }
  return out;
}

}  // namespace dossier::anchors
