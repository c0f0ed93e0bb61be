// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/break_lines.h"

#include <gtest/gtest.h>

namespace dossier::layout {
namespace {

using Ends = std::vector<std::size_t>;

std::vector<Unit> Words(std::initializer_list<int> widths) {
  std::vector<Unit> units;
  for (const int width : widths) {
    units.push_back({.width = width * 1000, .space = 3000});
  }
  return units;
}

TEST(BreakLinesTest, NothingGivesNoLines) { EXPECT_EQ(BreakLines({}, {100000}), Ends{}); }

TEST(BreakLinesTest, ShortTextIsOneLine) {
  EXPECT_EQ(BreakLines(Words({10, 10}), {100000}), Ends{2});
}

// First fit would set 40 18 38, then 60 and 37, but also when that leaves a hole in the next line;
// here it gives the last word of the first line away to save the second.
TEST(BreakLinesTest, WeighsTheWholeParagraph) {
  EXPECT_EQ(BreakLines(Words({30, 30, 30, 60, 20, 40, 30}), {100000, true}), (Ends{3, 5, 7}));
  EXPECT_EQ(BreakLines(Words({30, 30, 28, 70, 26, 60, 30}), {100000, true}).size(), 3u);
  const Ends ends = BreakLines(Words({50, 22, 22, 30, 80, 10}), {100000, true});
  EXPECT_EQ(ends, (Ends{2, 4, 6}));
}

TEST(BreakLinesTest, ForcedBreaksHold) {
  std::vector<Unit> units = Words({10, 10, 10});
  units[0].forced = true;
  EXPECT_EQ(BreakLines(units, {100000}), (Ends{1, 3}));
}

TEST(BreakLinesTest, TooWideUnitStandsAlone) {
  EXPECT_EQ(BreakLines(Words({10, 200, 10}), {100000}), (Ends{1, 2, 3}));
}

TEST(BreakLinesTest, SpacesShrinkByASixthAndNoMore) {
  // 97 + 2 spaces of 3 = 103: a sixth of 6 is 1, so 102 fits and 103 does not.
  EXPECT_EQ(BreakLines(Words({32, 32, 32}), {101000}), Ends{3});
  EXPECT_EQ(BreakLines(Words({33, 32, 32}), {101000}), (Ends{2, 3}));
}

TEST(BreakLinesTest, AvoidsPenalties) {
  std::vector<Unit> units = Words({45, 45, 45, 45});
  units[1].penalty = 5000;
  const Ends ends = BreakLines(units, {100000, true});
  EXPECT_EQ(ends.front(), 1u);
}

TEST(BreakLinesTest, NeverEndsALineWhereItMayNot) {
  std::vector<Unit> units = Words({45, 45, 45, 45});
  EXPECT_EQ(BreakLines(units, {100000, true}), (Ends{2, 4}));
  units[1].never = true;
  EXPECT_EQ(BreakLines(units, {100000, true}), (Ends{1, 3, 4}));
}

TEST(BreakLinesTest, AHyphenNeedsItsRoom) {
  std::vector<Unit> units = Words({50, 48, 30, 60});
  units[1].space = 0;
  EXPECT_EQ(BreakLines(units, {102000, true}).front(), 2u);
  units[1].hyphen = 4000;
  EXPECT_EQ(BreakLines(units, {102000, true}).front(), 1u);
}

TEST(BreakLinesTest, TwoLinesInARowDoNotEndWithHyphens) {
  // The first line can only end with a hyphen. The second would be full with another one.
  std::vector<Unit> units = Words({99, 19, 10, 10, 10, 10, 10, 12, 20, 10});
  for (const std::size_t at : {std::size_t{0}, std::size_t{7}}) {
    units[at].space = 0;
    units[at].hyphen = 1000;
  }
  EXPECT_EQ(BreakLines(units, {100000, true}), (Ends{1, 7, 10}));
  units[0].hyphen = 0;
  EXPECT_EQ(BreakLines(units, {100000, true}), (Ends{1, 8, 10}));
}

TEST(BreakLinesTest, WorstLineIsTold) {
  const std::vector<Unit> units = Words({50, 41, 50, 20, 97, 10});
  const Ends ends = {2, 4, 5, 6};
  EXPECT_GT(WorstBadness(units, ends, {97000}), 2700) << "the second line";
  EXPECT_EQ(WorstBadness(units, Ends{6}, {97000}), 0) << "a last line does not count";
}

TEST(BreakLinesTest, EveryUnitIsInOneLineInOrder) {
  std::vector<Unit> units;
  unsigned state = 7;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1664525u + 1013904223u;
    units.push_back({.width = static_cast<int>(state >> 20) * 10, .space = 3000});
  }
  const Ends ends = BreakLines(units, {90000});
  std::size_t before = 0;
  for (const std::size_t end : ends) {
    ASSERT_GT(end, before);
    std::int64_t natural = 0, spaces = 0;
    for (std::size_t i = before; i < end; ++i) {
      natural += units[i].width;
      spaces += i + 1 < end ? units[i].space : 0;
    }
    ASSERT_LE(natural + spaces - spaces / kShrinkDivisor, 90000);
    before = end;
  }
  EXPECT_EQ(before, units.size());
}

TEST(BreakLinesTest, UnitsWithoutWidthStayLinear) {
  const std::vector<Unit> units(40000);
  const Ends ends = BreakLines(units, {100000});
  EXPECT_EQ(ends.back(), units.size());
}

}  // namespace
}  // namespace dossier::layout
