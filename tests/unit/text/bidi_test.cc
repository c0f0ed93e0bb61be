// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/bidi.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::text {
namespace {

/// One digit a code point.
std::string LevelsOf(std::string_view words, Direction direction,
                     std::vector<Isolate> isolates = {}) {
  const Levels levels = FindLevels(words, direction, isolates);
  std::string out;
  for (std::size_t i = 0; i < levels.of.size(); ++i) {
    if ((static_cast<unsigned char>(words[i]) & 0xC0) != 0x80) {
      out += static_cast<char>('0' + levels.of[i]);
    }
  }
  return out;
}

TEST(BidiTest, PlainTextHasNoLevels) {
  EXPECT_EQ(LevelsOf("plain ąžuolas, ёлка — 12", Direction::kLeftToRight), "");
}

TEST(BidiTest, WordsRunToTheLeftAndNumbersInsideDoNot) {
  EXPECT_EQ(LevelsOf("ab אב 12 ג cd", Direction::kLeftToRight), "0001112211000");
  EXPECT_EQ(FindLevels("אב", Direction::kLeftToRight, {}).base, 1) << "by the first letter";
}

TEST(BidiTest, IsolatesKeepWhatFollowsBehind) {
  const std::string words = "x אב, 12";
  EXPECT_EQ(LevelsOf(words, Direction::kLeftToRight), "00111122");
  EXPECT_EQ(LevelsOf(words, Direction::kLeftToRight, {{2, 6}}), "00110000");
}

TEST(BidiTest, ParagraphRunsToTheLeftWhenItsLanguageDoes) {
  const Levels levels = FindLevels("12.", Direction::kRightToLeft, {});
  EXPECT_EQ(levels.base, 1);
  EXPECT_EQ(levels.of, (std::vector<std::uint8_t>{2, 2, 1}));
}

TEST(BidiTest, PiecesAreOrderedFromLeftToRight) {
  const std::vector<std::uint8_t> levels = {0, 1, 1, 2, 1, 0};
  EXPECT_EQ(VisualOrder(levels), (std::vector<std::size_t>{0, 4, 3, 2, 1, 5}));
}

TEST(BidiTest, BytesThatAreNoTextDoNoHarm) {
  const std::string bytes = "\xD7\x90\xFF\xD7 a\xED\xA0\x80";
  EXPECT_EQ(FindLevels(bytes, Direction::kLeftToRight, {}).of.size(), bytes.size());
}

TEST(BidiTest, LanguagesHaveDirections) {
  for (const char* leftward : {"ar", "prs-AF", "fa", "he", "uz-Arab"}) {
    EXPECT_EQ(DirectionOf(leftward), Direction::kRightToLeft) << leftward;
  }
  for (const char* rightward : {"", "en", "lt", "uz", "ar-Latn", "art"}) {
    EXPECT_EQ(DirectionOf(rightward), Direction::kLeftToRight) << rightward;
  }
}

}  // namespace
}  // namespace dossier::text
