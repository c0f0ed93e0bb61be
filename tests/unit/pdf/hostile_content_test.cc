// SPDX-License-Identifier: GPL-3.0-or-later
// Content made to crash, to hang or to be passed over: it ends, and what was not followed is said.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "compiler/pdf/content/lexer.h"
#include "compiler/pdf/inspect_pdf.h"
#include "tests/unit/pdf/drawn_pdf.h"

namespace dossier::pdf {
namespace {

using testing_support::DrawnPdf;
using testing_support::Line;
using testing_support::MakeDrawn;
using testing_support::Stream;

PageTruth Truth(const DrawnPdf& pdf) {
  const Result<PdfFacts> facts = ReadPdfFacts(MakeDrawn(pdf));
  EXPECT_TRUE(facts.ok());
  return facts.ok() && facts->truth.size() == 1 ? facts->truth[0] : PageTruth{};
}

TEST(HostileContentTest, AFormThatDrawsItselfIsSaidToBeIncomplete) {
  EXPECT_TRUE(Truth({.content = "/X Do",
                     .resources = "/XObject << /X 6 0 R >>",
                     .more = {Stream("/X Do", "/Subtype /Form /BBox [ 0 0 9 9 ]")}})
                  .incomplete);
}

TEST(HostileContentTest, FormsThatDoubleEnd) {
  // Twenty levels of ten each would be 10^20 forms.
  std::string names;
  std::vector<std::string> forms;
  for (int i = 0; i < 19; ++i) {
    names += "/X" + std::to_string(i) + " " + std::to_string(6 + i) + " 0 R ";
    std::string calls;
    for (int j = 0; j < 10; ++j) calls += "/X" + std::to_string(i + 1) + " Do ";
    forms.push_back(Stream(calls, "/Subtype /Form /BBox [ 0 0 9 9 ]"));
  }
  EXPECT_TRUE(
      Truth({.content = "/X0 Do", .resources = "/XObject << " + names + " >>", .more = forms})
          .incomplete);
}

TEST(HostileContentTest, AFilterThatNobodyKnowsIsSaid) {
  const Result<PdfFacts> facts = ReadPdfFacts(testing_support::JoinObjects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 100 ] /Contents 4 0 R >>",
       Stream("abc", "/Filter /NoSuchDecode")}));
  ASSERT_TRUE(facts.ok());
  EXPECT_TRUE(facts->truth.at(0).incomplete);
}

TEST(HostileContentTest, OddOperatorsAreFollowedToTheEnd) {
  for (const std::string before : {"Q Q Q ",
                                   "EMC EMC ",
                                   "ET ",
                                   ") ",
                                   "> ",
                                   ">> ",
                                   "] ",
                                   "} ",
                                   "1 2 3 unknown ",
                                   "/F1 ",
                                   "[ 1 2 ",
                                   "<< /A 1 >> ",
                                   "-- .. +- 1.2.3 ",
                                   "999999999999999999999999999999999999 0 0 1 0 0 nothing ",
                                   "% comment\n",
                                   "BT BT ",
                                   "q q q ",
                                   "BI /W 1 ID x EI ",
                                   "/OC /Nothing BDC ",
                                   "W ",
                                   "/Nothing gs ",
                                   "/Nothing Do ",
                                   "0 0 0 0 0 0 0 0 w 1 w "}) {
    const PageTruth truth = Truth({before + "3 Tr " + Line("secret")});
    ASSERT_EQ(truth.deceits.size(), 1U) << before;
    EXPECT_EQ(truth.deceits[0].words, "secret") << before;
  }
}

TEST(HostileContentTest, NumbersWithoutMeasureGiveNoNumberWithoutMeasure) {
  const PageTruth truth =
      Truth({"1e9 0 0 99999999999999999999 0 0 cm 99999999999999999999 0 0 1 0 0 cm "
             "99999999999999999999999999 0 0 99999999999999999999999 0 0 cm 3 Tr " +
             Line("far")});
  for (const HiddenSpot& spot : truth.hidden)
    EXPECT_TRUE(std::isfinite(spot.x) && std::isfinite(spot.size));
}

TEST(HostileContentTest, RandomContentEnds) {
  const std::vector<std::string> words = {"q ",
                                          "Q ",
                                          "BT ",
                                          "ET ",
                                          "(a) Tj ",
                                          "[ (b) -200 (c) ] TJ ",
                                          "/F1 9 Tf ",
                                          "3 Tr ",
                                          "0 Tr ",
                                          "1 g ",
                                          "0 g ",
                                          "10 10 90 40 re ",
                                          "f ",
                                          "W n ",
                                          "1 0 0 1 9 9 Tm ",
                                          "0 0 m 50 50 l ",
                                          "S ",
                                          "/X Do ",
                                          "0 -9 Td ",
                                          "\\ ",
                                          "<41 ",
                                          "(",
                                          ")",
                                          "<<",
                                          ">>",
                                          "h ",
                                          "B* ",
                                          "9 w ",
                                          "0.1 0 0 0.1 0 0 cm "};
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::string content;
    for (int i = 0; i < 60; ++i) content += words[random() % words.size()];
    const DrawnPdf pdf{
        .content = content,
        .resources = "/XObject << /X 6 0 R >>",
        .more = {Stream(content.substr(0, 100), "/Subtype /Form /BBox [ 0 0 200 100 ]")}};
    const PageTruth first = Truth(pdf);
    const PageTruth again = Truth(pdf);
    ASSERT_EQ(first.deceits.size(), again.deceits.size());
    ASSERT_EQ(first.hidden.size(), again.hidden.size());
    for (const PageDeceit& deceit : first.deceits) EXPECT_GT(deceit.letters, 0);
  }
}

TEST(LexerTest, Tokens) {
  content::Lexer lexer("/A#42c 12 -.5 +7. (a\\(b\\)\\101\\\n(c)) <48 656> [ ] << >> true");
  EXPECT_EQ(lexer.Next().text, "ABc");
  EXPECT_EQ(lexer.Next().number, 12);
  EXPECT_EQ(lexer.Next().number, -0.5);
  EXPECT_EQ(lexer.Next().number, 7);
  EXPECT_EQ(lexer.Next().text, "a(b)A(c)");
  EXPECT_EQ(lexer.Next().text, "He`");
  for (const content::TokenKind kind :
       {content::TokenKind::kArrayBegin, content::TokenKind::kArrayEnd,
        content::TokenKind::kDictBegin, content::TokenKind::kDictEnd, content::TokenKind::kWord,
        content::TokenKind::kEnd}) {
    EXPECT_EQ(lexer.Next().kind, kind);
  }
}

}  // namespace
}  // namespace dossier::pdf
