// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/suggest.h"

#include <gtest/gtest.h>

namespace dossier::load {
namespace {

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(EditDistance("publisher", "publisher"), 0U);
  EXPECT_EQ(EditDistance("publsher", "publisher"), 1U);
  EXPECT_EQ(EditDistance("pubilsher", "publisher"), 1U) << "a swap is one edit";
  EXPECT_EQ(EditDistance("", "abc"), 3U);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3U);
  EXPECT_EQ(EditDistance(std::string(1000, 'a'), "a"), 1000U) << "long words are not compared";
}

TEST(Nearest, OffersOnlyWhatIsNear) {
  EXPECT_EQ(Nearest("titel", {"id", "title", "kind"}), "title");
  EXPECT_EQ(Nearest("e41", {"e14", "e01"}), "e14") << "a swap is nearer than two replacements";
  EXPECT_EQ(Nearest("e9", {"e1", "e2"}), "e1") << "the first of equals";
  EXPECT_EQ(Nearest("colour", {"id", "title", "kind"}), "");
  EXPECT_EQ(Nearest("x", {"y"}), "") << "nothing of the word would remain";
}

TEST(Suggest, ListsShortSets) {
  EXPECT_EQ(Suggest("fakt", {"fact", "assessment"}).Full(), "did you mean \"fact\"?");
  EXPECT_EQ(Suggest("zzz", {"fact", "assessment"}).Full(), "one of fact, assessment");
  EXPECT_TRUE(Suggest("zzz", std::vector<std::string_view>(100, "fact")).empty());
}

}  // namespace
}  // namespace dossier::load
