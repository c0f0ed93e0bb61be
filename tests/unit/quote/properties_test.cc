// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for any text: tried on a few thousand small ones, the same ones in every run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/find.h"

namespace dossier::quote {
namespace {

class Texts {
 public:
  explicit Texts(unsigned seed) : random_(seed) {}

  std::size_t Below(std::size_t most) { return random_() % most; }

  /// Pieces that folding knows: letters, marks, spaces, hyphens at line ends, what is lifted out.
  std::string Any(std::size_t pieces) {
    static const std::vector<std::string> kPieces = {
        "a", "b", "not", " ", " ", "\n", "-", "-\n", "\u00AD", "“", "”", "’", "–", "…", "ﬁ", "é",
        "e\u0301", "š", "12", ".", ",", "\u00A0", "\u200B", "*", "<sup>3</sup>", "и", "Word", "l", "rn"};
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) out += kPieces[Below(kPieces.size())];
    return out;
  }
  std::string Words(std::size_t count) {
    static const std::vector<std::string> kWords = {"ab", "ba", "not", "Ann", "12", "modern", "corn"};
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + kWords[Below(kWords.size())];
    return out;
  }

 private:
  std::mt19937 random_;
};

TEST(QuotePropertiesTest, TheWayBackRises) {
  Texts texts(1);
  for (int round = 0; round < 2000; ++round) {
    const Folded folded = Fold(texts.Any(1 + texts.Below(60)));
    for (std::size_t i = 0; i < folded.size(); ++i) {
      ASSERT_LT(folded.At(i).begin, folded.At(i).end);
      ASSERT_LE(folded.At(i).end, folded.source.size());
      ASSERT_LE(folded.At(i > 0 ? i - 1 : 0).begin, folded.At(i).begin);
      // What no rule touched is the character itself, whole.
      if (folded.At(i).rules != 0) continue;
      const std::string_view character = folded.SourceAt(i);
      ASSERT_EQ(utf8::ToCodePoints(character).size(), 1u) << character;
      ASSERT_NE(character.find(folded.text[i]), std::string_view::npos) << character;
    }
    ASSERT_TRUE(utf8::IsValid(folded.text));
  }
}

/// A piece of any text, cut between its words, is found where it was cut out, and what is found folds
/// to what was looked for.
TEST(QuotePropertiesTest, WhatWasCutOutIsFoundAgain) {
  Texts texts(2);
  int tried = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string page = texts.Words(3 + texts.Below(40));
    const PreparedText text({page, texts.Words(5)});
    std::vector<std::size_t> spaces = {0};
    for (std::size_t at = page.find(' '); at != std::string::npos; at = page.find(' ', at + 1)) spaces.push_back(at + 1);
    spaces.push_back(page.size() + 1);
    const std::size_t first = texts.Below(spaces.size() - 1);
    const std::size_t last = first + 1 + texts.Below(spaces.size() - 1 - first);
    const std::string quoted = page.substr(spaces[first], spaces[last] - 1 - spaces[first]);
    const FindResult found = Find(quoted, text, {{1, 1}});
    ASSERT_EQ(found.verdict, Verdict::kExact) << quoted << " in " << page;
    ASSERT_EQ(found.places.front().section, 1);
    ASSERT_NE(Fold(found.places.front().excerpt).text.find(Fold(quoted).text), std::string::npos);
    ++tried;
  }
  EXPECT_EQ(tried, 3000);
}

/// Places where the words of one stand in the other, word by word.
bool StandsIn(const std::string& quoted, const std::string& page) {
  return (" " + page + " ").find(" " + quoted + " ") != std::string::npos;
}

TEST(QuotePropertiesTest, AgreesWithASearchWordByWord) {
  Texts texts(3);
  int held = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::string page = texts.Words(1 + texts.Below(25));
    const std::string quoted = texts.Words(1 + texts.Below(4));
    const bool holds = Holds(Find(quoted, PreparedText({page}), {}).verdict);
    ASSERT_EQ(holds, StandsIn(quoted, page)) << quoted << " in " << page;
    held += holds ? 1 : 0;
  }
  EXPECT_GT(held, 500);
  EXPECT_LT(held, 4500);
}

/// What a machine read never holds where a text layer would and other words stand, and a difference
/// that it lets through is one of letters that it confuses.
TEST(QuotePropertiesTest, MisreadLettersAreAllThatIsLetThrough) {
  Texts texts(4);
  int tolerant = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string page = texts.Words(4 + texts.Below(20));
    const std::string quoted = page;
    const std::size_t at = page.find(texts.Below(2) == 0 ? "rn" : "m");
    if (at != std::string::npos) page.replace(at, page[at] == 'm' ? 1 : 2, page[at] == 'm' ? "rn" : "m");
    const ExhibitText read{.sections = {page}, .by_paragraph = false, .origins = {Basis::kOcr}};
    const FindResult found = Find(quoted, PreparedText(read), {});
    if (page == quoted) {
      ASSERT_EQ(found.verdict, Verdict::kExact);
      continue;
    }
    ASSERT_EQ(found.verdict, Verdict::kOcrTolerant) << quoted << " in " << page;
    ASSERT_EQ(found.edits.size(), 1U);
    ASSERT_FALSE(Holds(Find(quoted, PreparedText({page}), {}).verdict));
    ++tolerant;
  }
  EXPECT_GT(tolerant, 1000);
}

TEST(QuotePropertiesTest, AnyTextGivesAnAnswer) {
  Texts texts(5);
  for (int round = 0; round < 3000; ++round) {
    ExhibitText text{.sections = {texts.Any(texts.Below(40)), texts.Any(texts.Below(40))}, .by_paragraph = round % 2 == 0, .origins = {}};
    if (round % 3 == 0) text.origins = {Basis::kOcr, Basis::kTextLayer};
    const FindResult found = Find(texts.Any(1 + texts.Below(8)), PreparedText(text), {});
    ASSERT_TRUE(!Holds(found.verdict) || !found.places.empty());
    for (const FoundPlace& place : found.places) {
      ASSERT_GE(place.section, 1);
      ASSERT_LE(place.last, 2);
      ASSERT_TRUE(utf8::IsValid(place.excerpt));
    }
  }
}

}  // namespace
}  // namespace dossier::quote
