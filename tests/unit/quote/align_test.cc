// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/align.h"

#include <gtest/gtest.h>

namespace dossier::quote {
namespace {

TEST(NearestTest, NamesEachDifference) {
  const auto near = Nearest("the court found no torture in 2019",
                            "then came the day: the court found torture in 2018 and left");
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->edits, (std::vector<Edit>{{"no", ""}, {"2019", "2018"}}));
  EXPECT_EQ(near->begin, 19U);
}

TEST(NearestTest, NeighboursAreOneEdit) {
  const auto near = Nearest("a b c d e f g h i", "a b x y e f g h i");
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->edits, (std::vector<Edit>{{"c d", "x y"}}));
}

TEST(NearestTest, WordsThatTheQuotationLeavesOut) {
  const auto near = Nearest("the state did it", "the state never did it");
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->edits, (std::vector<Edit>{{"", "never"}}));
}

TEST(NearestTest, NothingNear) {
  EXPECT_FALSE(Nearest("completely other words here", "what the source says is this").has_value());
  EXPECT_FALSE(Nearest("", "words").has_value());
  EXPECT_FALSE(Nearest("words", "").has_value());
}

TEST(NearestTest, TooLongToCompare) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "w ";
  EXPECT_FALSE(Nearest(text, text).has_value());
}

}  // namespace
}  // namespace dossier::quote
