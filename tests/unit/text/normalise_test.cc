// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/normalise.h"

#include <gtest/gtest.h>

namespace dossier::text {
namespace {

TEST(NormaliseTest, ComposesAccents) {
  EXPECT_EQ(ToNfc("e\u0301"), "\u00E9");
  EXPECT_EQ(ToNfc("\u0435\u0308"), "\u0451");
  EXPECT_EQ(ToNfc("plain"), "plain");
}

TEST(NormaliseTest, KnowsFormC) {
  EXPECT_TRUE(IsNfc("plain"));
  EXPECT_TRUE(IsNfc("\u00E9"));
  EXPECT_FALSE(IsNfc("e\u0301"));
  EXPECT_FALSE(IsNfc("\xFF"));
}

TEST(NormaliseTest, FoldsCaseOfEveryScript) {
  EXPECT_EQ(FoldCase("ŽEMAIČIŲ"), "žemaičių");
  EXPECT_EQ(FoldCase("ҚАЗАҚ"), "қазақ");
  EXPECT_EQ(FoldCase("Straße"), "strasse");
  EXPECT_EQ(FoldCase("ABCxyz[9]"), "abcxyz[9]");
}

TEST(NormaliseTest, CollapsesEveryKindOfSpace) {
  EXPECT_EQ(CollapseSpaces("  a \t\n b\u00A0\u2003c  "), "a b c");
  EXPECT_EQ(CollapseSpaces(" \n "), "");
}

TEST(CapitaliseFirstTest, LettersOfEveryScriptAndNothingElse) {
  EXPECT_EQ(CapitaliseFirst("ąžuolas"), "Ąžuolas");
  EXPECT_EQ(CapitaliseFirst("ұлт"), "Ұлт");
  EXPECT_EQ(CapitaliseFirst("ёлка Е"), "Ёлка Е");
  EXPECT_EQ(CapitaliseFirst("“word”"), "“word”");
  EXPECT_EQ(CapitaliseFirst("283 complaints"), "283 complaints");
  EXPECT_EQ(CapitaliseFirst(""), "");
}

}  // namespace
}  // namespace dossier::text
