// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/suggest.h"

#include <gtest/gtest.h>

#include <vector>

namespace dossier {
namespace {

std::string Near(std::string_view word, const std::vector<std::string_view>& candidates) {
  return Closest(word, candidates).value_or("-");
}

TEST(SuggestTest, TheNearestKnownWord) {
  EXPECT_EQ(Near("pulbisher", {"title", "publisher", "published"}), "publisher");
  EXPECT_EQ(Near("Titel", {"title", "file"}), "title");
  EXPECT_EQ(Near("e1", {"e2", "e3"}), "e2");
}

TEST(SuggestTest, NothingWhenNothingIsNear) {
  EXPECT_EQ(Near("photograph", {"title", "file"}), "-");
  EXPECT_EQ(Near("", {"a"}), "-");
  EXPECT_EQ(Near(std::string(1000, 'a'), {"a"}), "-");
}

}  // namespace
}  // namespace dossier
