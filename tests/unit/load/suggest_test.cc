// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/suggest.h"

#include <gtest/gtest.h>

namespace dossier::load {
namespace {

TEST(Suggest, ListsShortSets) {
  EXPECT_EQ(Suggest("fakt", {"fact", "assessment"}).Full(), "did you mean \"fact\"?");
  EXPECT_EQ(Suggest("zzz", {"fact", "assessment"}).Full(), "one of fact, assessment");
  EXPECT_TRUE(Suggest("zzz", std::vector<std::string_view>(100, "fact")).empty());
}

}  // namespace
}  // namespace dossier::load
