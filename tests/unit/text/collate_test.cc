// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/collate.h"

#include <gtest/gtest.h>

namespace dossier::text {
namespace {

TEST(CollatorTest, LithuanianPutsYAmongI) {
  const Collator lithuanian("lt");
  EXPECT_LT(lithuanian.SortKey("yla"), lithuanian.SortKey("jonas"));
  const Collator english("en");
  EXPECT_GT(english.SortKey("yla"), english.SortKey("jonas"));
}

TEST(CollatorTest, AccentsComeAfterLetters) {
  const Collator collator("lt");
  EXPECT_LT(collator.SortKey("cukrus"), collator.SortKey("čia"));
  EXPECT_LT(collator.SortKey("s"), collator.SortKey("š"));
}

TEST(CollatorTest, UnknownLanguageSortsByRoot) {
  const Collator collator("not a language");
  EXPECT_LT(collator.SortKey("a"), collator.SortKey("B"));
  EXPECT_EQ(collator.SortKey(""), collator.SortKey(""));
}

TEST(CollatorTest, LongTextsHaveWholeKeys) {
  const Collator collator("ru");
  const std::string base(5000, 'q');
  EXPECT_LT(collator.SortKey(base + "а"), collator.SortKey(base + "я"));
}

}  // namespace
}  // namespace dossier::text
