// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/letters.h"

#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

TEST(LettersTest, OnlyLettersAndDigitsAreLeft) {
  EXPECT_EQ(LettersOf("“ill-treatment,” (1990)"), U"illtreatment1990");
  EXPECT_EQ(LettersOf("km² 10³"), U"km10");
  EXPECT_EQ(LettersOf("oﬃcer"), U"officer");
  EXPECT_EQ(LettersOf("co\u00ADoperate"), U"cooperate");
  EXPECT_EQ(LettersOf("nusprende\u0307"), U"nusprendė");
  EXPECT_EQ(LettersOf("— § №"), U"");
}

TEST(LettersTest, DeclaredClassesAreNarrow) {
  EXPECT_TRUE(InDeclaredClasses(U"modern", U"modem"));
  EXPECT_TRUE(InDeclaredClasses(U"illegal", U"iIlegal"));
  EXPECT_TRUE(InDeclaredClasses(U"dear", U"clear"));
  EXPECT_FALSE(InDeclaredClasses(U"lawful", U"awful"));
  EXPECT_FALSE(InDeclaredClasses(U"šalis", U"salis"));
  EXPECT_FALSE(InDeclaredClasses(U"house", U"mouse"));
}

TEST(LettersTest, DoubtCoversAccentsAndTwoAlphabets) {
  EXPECT_TRUE(LookAlike(U"šalis", U"salis"));
  EXPECT_TRUE(LookAlike(U"сор", U"cop"));
  EXPECT_FALSE(LookAlike(U"Petrova", U"Petrov"));
  EXPECT_FALSE(LookAlike(U"detained", U"released"));
}

TEST(LettersTest, NegationsOfThreeLanguages) {
  for (const auto* word : {U"not", U"Never", U"NE", U"nė", U"не", U"Без"}) EXPECT_TRUE(IsNegation(word));
  EXPECT_FALSE(IsNegation(U"note"));
}

}  // namespace
}  // namespace dossier::reading
