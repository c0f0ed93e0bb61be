// SPDX-License-Identifier: GPL-3.0-or-later
// Pinpoints other than pages: each is found, is not there, or is said not to have been checked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/anchors/find_anchors.h"
#include "compiler/resolve/resolve.h"
#include "tests/unit/resolve/case_builder.h"

namespace dossier::resolve {
namespace {

using ::testing::HasSubstr;

/// A file whose pages (or numbered blocks) have these texts.
PartPages File(const std::vector<std::string>& texts, bool paged = true) {
  std::vector<anchors::Unit> units;
  for (const std::string& text : texts)
    units.push_back({text, static_cast<int>(units.size()) + (paged ? 0 : 1)});
  PartPages part =
      paged ? Paged(static_cast<int>(texts.size())) : Unpaged(static_cast<int>(texts.size()));
  part.anchors = std::make_shared<const anchors::AnchorIndex>(anchors::FindAnchors(units, paged));
  return part;
}

/// Three pages of a decision with paragraphs 1 to 9.
PartPages Decision() {
  const std::string words =
      " The authority looked at what the applicant had stated, and at the\nreports that were "
      "filed.\n";
  std::vector<std::string> pages(3);
  for (int n = 1; n <= 9; ++n)
    pages[static_cast<std::size_t>((n - 1) / 3)] += std::to_string(n) + "." + words;
  pages[2] += "(a) one reason;\n(b) another.\n";
  return File(pages);
}

struct Outcome {
  std::string told;   // codes and messages
  std::string pages;  // of each pinpoint: "2", "2-3", "?" unchecked, "-" none
  bool resolved = false;
};

Outcome Cite(const std::string& cite, std::vector<PartPages> parts,
             std::vector<std::string> labels = {}) {
  model::Case source;
  diagnostics::Sink sink;
  Spans spans;
  source.exhibits.push_back(spans.Exhibit("e1", static_cast<int>(parts.size())));
  for (std::size_t i = 0; i < labels.size(); ++i) source.exhibits[0].files[i].label = labels[i];
  source.grounds.push_back(GroundWith(spans, {cite}));
  ExhibitPagesById pages;
  pages["e1"].parts = std::move(parts);
  const ResolvedCase resolved = Resolve(source, pages, nullptr, sink);
  Outcome out{.told = Told(sink), .pages = {}, .resolved = resolved.citations[0].resolved};
  for (const BoundPinpoint& pinpoint : resolved.citations[0].pinpoints) {
    out.pages += out.pages.empty() ? "" : " ";
    if (!pinpoint.checked) {
      out.pages += "?";
    } else if (!pinpoint.has_page) {
      out.pages += "-";
    } else {
      out.pages += std::to_string(pinpoint.first_page.Number());
      if (pinpoint.last_page != pinpoint.first_page)
        out.pages += "-" + std::to_string(pinpoint.last_page.Number());
    }
  }
  return out;
}

TEST(PinpointsTest, ParagraphsAreFoundOnTheirPages) {
  for (const auto& [cite, pages] :
       std::vector<std::pair<std::string, std::string>>{{"e1 para 2", "1"},
                                                        {"e1 para 9(b)", "3"},
                                                        {"e1 paras 2-5", "1-2"},
                                                        {"e1 paras 1, 4, 7", "1 2 3"},
                                                        {"e1 § 5", "2"}}) {
    const Outcome outcome = Cite(cite, {Decision()});
    EXPECT_EQ(outcome.told, "") << cite;
    EXPECT_EQ(outcome.pages, pages) << cite;
    EXPECT_TRUE(outcome.resolved) << cite;
  }
}

TEST(PinpointsTest, EachOfAListIsLookedFor) {
  const Outcome outcome = Cite("e1 paras 2, 14, 8-10", {Decision()});
  EXPECT_EQ(outcome.told,
            "D0220 cites para 14 of exhibit e1, whose numbered paragraphs run from 1 to 9\n"
            "D0220 cites paras 8-10 of exhibit e1, whose numbered paragraphs run from 1 to 9\n");
  EXPECT_FALSE(outcome.resolved);
  EXPECT_EQ(
      Cite("e1 para 9(d)", {Decision()}).told,
      "D0220 cites para 9(d) of exhibit e1, whose parts of paragraph 9 run from 9(a) to 9(b)\n");
}

TEST(PinpointsTest, WhatCannotBeCheckedIsSaidOnceAndNeverShownAsChecked) {
  const Outcome none = Cite("e1 arts. 3, 4", {Decision()});
  EXPECT_EQ(none.told,
            "D0221 whether exhibit e1 has art. 3 could not be checked: it has no numbered articles "
            "that can be read\n");
  EXPECT_EQ(none.pages, "? ?");
  EXPECT_TRUE(none.resolved);
  PartPages scanned = File({"1. One.\n2. Two.\n3. Three.\n4. Four and more.\n", ""});
  EXPECT_THAT(Cite("e1 para 12", {scanned}).told, HasSubstr("not all of its pages have text"));
  EXPECT_EQ(Cite("e1 para 12", {scanned}).pages, "?");
}

TEST(PinpointsTest, AParagraphAfterAPageStandsOnIt) {
  EXPECT_EQ(Cite("e1 p. 2 para 5", {Decision()}).told, "");
  EXPECT_EQ(Cite("e1 p. 2 para 5", {Decision()}).pages, "2 2");
  const Outcome elsewhere = Cite("e1 p. 2 para 8", {Decision()});
  EXPECT_EQ(elsewhere.told, "D0223 para 8 of exhibit e1 stands on page 3, not on page 2\n");
  EXPECT_FALSE(elsewhere.resolved);
  EXPECT_EQ(Cite("e1 pp. 1-2 paras 2-5", {Decision()}).told, "");
}

TEST(PinpointsTest, NumbersThatBeginAnew) {
  const std::string words = " What the chapter says about it, in a sentence that is long enough.\n";
  std::string chapter;
  for (int n = 1; n <= 4; ++n) chapter += std::to_string(n) + "." + words;
  const PartPages file = File({chapter, chapter});
  EXPECT_EQ(
      Cite("e1 para 3", {file}).told,
      "D0222 para 3 of exhibit e1 can be two places: page 1 and page 2; the first was taken\n");
  EXPECT_EQ(Cite("e1 p. 2 para 3", {file}).told, "");
  EXPECT_EQ(Cite("e1 p. 2 para 3", {file}).pages, "2 2");
}

TEST(PinpointsTest, ArticlesOfAnActAndOfASentence) {
  const std::string part =
      "\nTitle\n1. The first part of the article.\n2. The second part of it.\n";
  const PartPages act = File(
      {"Article 379" + part + "Article 380" + part, "Article 380-1" + part + "Article 381" + part});
  EXPECT_EQ(Cite("e1 art. 380-1", {act}).told, "");
  EXPECT_EQ(Cite("e1 art. 380-1", {act}).pages, "2");
  EXPECT_EQ(Cite("e1 art. 381(2)", {act}).pages, "2");
  EXPECT_EQ(Cite("e1 art. 381 part 2", {act}).pages, "2");
  EXPECT_EQ(Cite("e1 art. 381 para 2", {act}).pages, "2 2");
  EXPECT_EQ(Cite("e1 art. 405", {act}).told,
            "D0220 cites art. 405 of exhibit e1, whose articles run from 379 to 381\n");
  EXPECT_EQ(Cite("e1 art. 381(5)", {act}).told,
            "D0220 cites art. 381(5) of exhibit e1, whose parts of article 381 run from 381(1) to "
            "381(2)\n");
  const PartPages charge =
      File({"He is charged.", "It is an offence under Article 405 part 2 of the Code."});
  EXPECT_EQ(Cite("e1 art. 405(2)", {charge}).pages, "2");
  EXPECT_EQ(Cite("e1 art. 405(2)", {charge}).told, "");
}

TEST(PinpointsTest, AnnexesInsideAFile) {
  const std::string words = "Dear Sir, we answer your letter of last week as follows.\n";
  const PartPages file =
      File({words, "Annex 1\nLetter\n" + words, words, "Annex 2\nAnswer\n" + words, words});
  EXPECT_EQ(Cite("e1 annex 1", {file}).pages, "2-3");
  EXPECT_EQ(Cite("e1 annex II p. 2", {file}).pages, "4-5 5");
  EXPECT_EQ(Cite("e1 annex 1 p. 3", {file}).told,
            "D0203 cites page 3 of exhibit e1, which has 2 pages\n");
  const Outcome none = Cite("e1 annex 1 p. 3", {Decision()});
  EXPECT_THAT(none.told, HasSubstr("D0221 whether exhibit e1 has annex 1 could not be checked"));
  EXPECT_EQ(none.pages, "? ?");
}

TEST(PinpointsTest, OneLabelOnTwoPages) {
  PartPages file = File({"a", "b", "c", "d", "e"});
  file.labels = {"i", "1", "2", "1", "A-2"};
  EXPECT_EQ(Cite("e1 p. 1", {file}).told,
            "D0222 p. 1 of exhibit e1 can be two places: position 2 and position 4; the first was "
            "taken\n");
  EXPECT_EQ(Cite("e1 p. A-2", {file}).pages, "5");
  EXPECT_EQ(Cite("e1 p. i", {file}).pages, "1");
  file.labels = {"1-1", "1-2", "2-1", "2-2", "2-3"};
  EXPECT_EQ(Cite("e1 p. 2-1", {file}).pages, "3");
}

TEST(PinpointsTest, WithoutPagesOurParagraphsCountAndTheOwnOnesAreCompared) {
  const std::string words = " The words of a paragraph that is long enough to be one of them.";
  const PartPages file =
      File({"Title of it", "1." + words, "2." + words, "3." + words, "4." + words}, false);
  EXPECT_EQ(Cite("e1 para 3", {file}).told,
            "D0222 para 3 of exhibit e1 can be two places: paragraph 3 as counted here and "
            "paragraph 4, which the document itself "
            "numbers 3; the first was taken\n");
  const PartPages dotted =
      File({"2.1." + words, "2.2." + words, "2.3." + words, "2.4." + words}, false);
  EXPECT_EQ(Cite("e1 para 2.3", {dotted}).told, "");
  EXPECT_EQ(Cite("e1 para 2.9", {dotted}).told,
            "D0204 cites paragraph 2.9 of exhibit e1, which has 4 paragraphs\n");
}

TEST(PinpointsTest, TimesOfARecording) {
  PartPages recording;
  recording.duration_ms = 3490 * 1000;
  PartPages transcript = Unpaged(3);
  transcript.cue_ms = {0, 60'000, 750'000};
  transcript.pages = 2;
  transcript.paragraph_pages = {1, 1, 2};
  EXPECT_EQ(Cite("e1 at 12:31", {recording, transcript}).told, "");
  EXPECT_EQ(Cite("e1 at 12:31", {recording, transcript}).pages, "2");
  EXPECT_EQ(Cite("e1 at 0:30-12:31", {recording, transcript}).pages, "1-2");
  EXPECT_EQ(
      Cite("e1 at 1:12:30", {recording}).told,
      "D0220 cites the time 1:12:30 of exhibit e1, whose times run from 0:00:00 to 0:58:10\n");
  EXPECT_EQ(Cite("e1 at 13:00-12:00", {recording}).told,
            "D0218 the range 13:00-12:00 ends before it begins\n");
  EXPECT_THAT(Cite("e1 at 12:30", {Paged(2)}).told,
              HasSubstr("D0221 whether exhibit e1 has the time 12:30 could not be checked"));
}

}  // namespace
}  // namespace dossier::resolve
