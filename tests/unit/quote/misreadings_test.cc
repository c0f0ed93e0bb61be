// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/misreadings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/quote/find.h"
#include "compiler/quote/skeleton.h"

namespace dossier::quote {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

/// Two pages that a machine read, with its slips, and one with a text layer.
ExhibitText Scan() {
  return {.sections = {"The modem law of 1995 was clear. Anna Bernard saw l5 guards; the law was not kept.\n",
                       "The witness told thecourt that he was tortured in sornė prison. It was not denied.\n",
                       "The modem law says nothing of the guards.\n"},
          .by_paragraph = false,
          .origins = {Basis::kOcr, Basis::kOcr, Basis::kTextLayer}};
}

FindResult Look(std::string_view quotation, std::vector<SectionRange> cited = {}) {
  return Find(quotation, PreparedText(Scan(), {"Kairys"}), cited);
}

TEST(MisreadingsTest, LettersThatAMachineConfusesAreTold) {
  const FindResult result = Look("The modern law of 1995 was clear");
  EXPECT_EQ(result.verdict, Verdict::kOcrTolerant);
  EXPECT_THAT(result.rules, ElementsAre("N13"));
  EXPECT_THAT(result.edits, ElementsAre(Edit{.quoted = "modern", .source = "modem", .kind = EditKind::kOcr}));
  EXPECT_EQ(result.basis, Basis::kOcr);
  EXPECT_THAT(result.sections(), ElementsAre(1));
}

TEST(MisreadingsTest, SpacesAndMarksOfLetters) {
  EXPECT_EQ(Look("told the court that he was tortured in some prison.").verdict, Verdict::kOcrTolerant);
  EXPECT_EQ(Look("The witness told thecourt").verdict, Verdict::kExact);
}

TEST(MisreadingsTest, ATextLayerIsTakenAtItsWord) {
  EXPECT_EQ(Look("The modern law says nothing").verdict, Verdict::kContentMismatch);
  EXPECT_EQ(Look("The modem law says nothing").basis, Basis::kTextLayer);
}

/// Never in a number, a negation or a name, nor where other words stand.
TEST(MisreadingsTest, WhatIsNeverMisread) {
  for (const char* quotation :
       {"The modern law of l995 was clear", "The modern law of 1985 was clear", "saw 15 guards",
        "Anna Bemard saw", "Arma Bernard saw", "the law was riot kept", "It was uot denied.",
        "The modern law was clear", "law of 1995 The modern", "was tortured in sorne prisons"}) {
    EXPECT_FALSE(Holds(Look(quotation).verdict)) << quotation;
  }
}

TEST(MisreadingsTest, OmissionsAndPagesStillCount) {
  EXPECT_EQ(Look("The modern law […] was clear").verdict, Verdict::kOcrTolerant);
  EXPECT_EQ(Look("The modern law of 1995", {{2, 2}}).verdict, Verdict::kWrongPage);
}

bool MayBe(std::string_view source, std::string_view quoted, std::string_view before = "he saw ") {
  static const Lexicon lexicon("the law of the court, and it was so in prison", {"Kairys"});
  return MayBeMisread(source, quoted, before, lexicon);
}

TEST(MayBeMisreadTest, Digits) {
  EXPECT_TRUE(MayBe("c0urt", "court"));
  EXPECT_TRUE(MayBe("1aw", "law"));    // a word of the exhibit
  EXPECT_FALSE(MayBe("1st", "lst"));   // no word of it
  EXPECT_FALSE(MayBe("5min", "smin"));
  EXPECT_FALSE(MayBe("1", "l"));
  EXPECT_FALSE(MayBe("l0", "10"));
}

TEST(MayBeMisreadTest, Names) {
  EXPECT_FALSE(MayBe("Rorne", "Rome"));
  EXPECT_FALSE(MayBe("lan", "Ian"));
  EXPECT_FALSE(MayBe("Iane", "lane"));
  EXPECT_TRUE(MayBe("Iaw", "law"));
  EXPECT_TRUE(MayBe("Tbe", "The", "It ended. "));
  EXPECT_FALSE(MayBe("Tbe", "The", "as Dr. "));
  EXPECT_FALSE(MayBe("Rornė", "Romė", "It ended. "));
  EXPECT_FALSE(MayBe("kairvs", "kairys"));
}

TEST(MayBeMisreadTest, WordsThatTurnTheMeaning) {
  EXPECT_FALSE(MayBe("riot", "not"));
  EXPECT_FALSE(MayBe("notable", "not able"));
  EXPECT_FALSE(MayBe("in valid", "invalid"));
  EXPECT_FALSE(MayBe("fwe", "five"));
  EXPECT_TRUE(MayBe("ofthe", "of the"));
}

TEST(SkeletonTest, MakesThePairsOfTheTableOne) {
#define DOSSIER_CONFUSION(id, one, other) EXPECT_EQ(Skeleton(one).text(), Skeleton(other).text()) << (id);
#include "compiler/quote/confusions.def"
#undef DOSSIER_CONFUSION
  EXPECT_EQ(Skeleton("a b").text(), Skeleton("ab").text());
  EXPECT_NE(Skeleton("p").text(), Skeleton("q").text());
}

TEST(SkeletonTest, LeadsBackToTheText) {
  const Skeleton skeleton("a m b");
  EXPECT_EQ(skeleton.text(), "alllll");
  EXPECT_EQ(skeleton.Begin(1), 2U);
  EXPECT_EQ(skeleton.Begin(4), 4U);
  EXPECT_TRUE(skeleton.IsEdge(1));
  EXPECT_FALSE(skeleton.IsEdge(2));
  EXPECT_TRUE(skeleton.IsEdge(6));
  EXPECT_EQ(skeleton.At(3), 4U);
  EXPECT_EQ(skeleton.At(5), 6U);
}

TEST(AlignMisreadTest, HostileTextsEnd) {
  const std::string source(3000, 'l');
  std::string quoted;
  for (int i = 0; i < 1000; ++i) quoted += "m";
  EXPECT_FALSE(AlignMisread(source, quoted + "x"));
  EXPECT_TRUE(AlignMisread("rn rn", "m m"));
  EXPECT_FALSE(AlignMisread("", "m"));
}

}  // namespace
}  // namespace dossier::quote
