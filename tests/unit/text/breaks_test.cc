// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/breaks.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::text {
namespace {

/// The pieces between breaks, with "|" between them and "!" after a mandatory one.
std::string Cut(std::string_view words) {
  LineBreaker breaker;
  std::string out;
  std::size_t begin = 0;
  for (const Break& stop : breaker.Find(words)) {
    out += std::string(words.substr(begin, stop.offset - begin));
    out += stop.offset == words.size() ? "" : stop.mandatory ? "!" : "|";
    begin = stop.offset;
  }
  return out;
}

TEST(LineBreakerTest, BreaksAtSpacesAndHyphens) {
  EXPECT_EQ(Cut("a well-known rule"), "a |well-|known |rule");
}

TEST(LineBreakerTest, KeepsWhatBelongsTogether) {
  EXPECT_EQ(Cut("Art.\u00A087 (1)"), "Art.\u00A087 |(1)");
  EXPECT_EQ(Cut("2023\u202Fm."), "2023\u202Fm.");
  EXPECT_EQ(Cut("„taip“, sakė"), "„taip“, |sakė");
}

TEST(LineBreakerTest, LineFeedIsMandatory) { EXPECT_EQ(Cut("a\nb"), "a\n!b"); }

TEST(LineBreakerTest, EmptyTextHasNoBreaks) {
  LineBreaker breaker;
  EXPECT_TRUE(breaker.Find("").empty());
}

TEST(LineBreakerTest, CharactersKeepTheirAccents) {
  LineBreaker breaker;
  EXPECT_EQ(breaker.FindCharacters("ae\u0301z"), (std::vector<std::uint32_t>{1, 4, 5}));
}

TEST(LineBreakerTest, InvalidBytesDoNotStopIt) {
  LineBreaker breaker;
  const std::vector<Break> stops = breaker.Find("a \xFF\xC3 b");
  ASSERT_FALSE(stops.empty());
  EXPECT_EQ(stops.back().offset, 6u);
}

}  // namespace
}  // namespace dossier::text
