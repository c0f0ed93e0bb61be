// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/lift.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/quote/find.h"

namespace dossier::quote {
namespace {

using ::testing::ElementsAre;

std::string Plain(std::string_view text) { return Fold(text, FindLifts(text, {})).text; }

FindResult OnPages(const std::vector<std::string>& pages, std::string_view quotation) {
  return Find(quotation, PreparedText(pages), {});
}

/// N9: raised numbers behind words go, those of measures and powers stay.
TEST(LiftTest, RaisedNumbersOfNotes) {
  EXPECT_EQ(Plain("the law<sup>12</sup> says"), "the law says");
  EXPECT_EQ(Plain("the law.¹² It says"), "the law. It says");
  EXPECT_EQ(Plain("in 2019²³ it"), "in 2019 it");
  EXPECT_EQ(Plain("the law^{3} and[^4] so"), "the law and so");
  EXPECT_EQ(Plain("12 km² and 10³"), "12 km² and 10³");
}

/// Digits behind words go where they count on from note to note, and only there.
TEST(LiftTest, NumbersThatCountOn) {
  EXPECT_EQ(Plain("arrests1 rose and trials2 fell but appeals3 rose"),
            "arrests rose and trials fell but appeals rose");
  EXPECT_EQ(Plain("covid19 came"), "covid19 came");
  EXPECT_EQ(Plain("arrests1 rose, trials2 fell, covid19 came, appeals3 rose"),
            "arrests rose, trials fell, covid19 came, appeals rose");
}

/// N10.
TEST(LiftTest, Markup) {
  EXPECT_EQ(Plain("the **very** _words_ of snake_case"), "the very words of snake_case");
  EXPECT_EQ(Plain("A &amp; B&nbsp;C a\\_b <b>bold</b>"), "A & B C a_b bold");
  EXPECT_EQ(Plain("5 * 3 and 2*3"), "5 * 3 and 2*3");
}

/// N11: a sentence runs over a page with a head, a foot and a note between its halves.
TEST(LiftTest, PageFurniture) {
  const std::vector<std::string> pages = {
      "Report of the Watch\nThe police1 came to the\n1 A note, with a source.\n1\n",
      "Report of the Watch\nvillage in the morning2 and the people3 went to\n2 Another.\n3 "
      "Third.\n2\n",
      "Report of the Watch\nthe town.\n3\n"};
  const FindResult result = OnPages(pages, "The police came to the village in the morning");
  EXPECT_EQ(result.verdict, Verdict::kNormalised);
  EXPECT_THAT(result.rules, ElementsAre("N1", "N9", "N11"));
  EXPECT_EQ(OnPages(pages, "the people went to the town").verdict, Verdict::kNormalised);
  EXPECT_EQ(OnPages(pages, "the people3 went to").verdict, Verdict::kExact);
  EXPECT_FALSE(Holds(OnPages(pages, "the people4 went to").verdict));
  EXPECT_FALSE(Holds(OnPages(pages, "The police came to the town").verdict));
}

/// N4: the reader of a file takes hyphens from the ends of lines, also those of compounds.
TEST(LiftTest, LostHyphens) {
  const std::vector<std::string> pages = {"a selfexiled man, KassymJomart, to resign\n"};
  EXPECT_THAT(OnPages(pages, "a self-exiled man, Kassym-Jomart").rules, ElementsAre("N4"));
  EXPECT_FALSE(Holds(OnPages(pages, "to re-sign").verdict));
  const PreparedText paragraphs(pages, Sections::kParagraphs);
  EXPECT_FALSE(Holds(Find("a self-exiled man", paragraphs, {}).verdict));
}

}  // namespace
}  // namespace dossier::quote
