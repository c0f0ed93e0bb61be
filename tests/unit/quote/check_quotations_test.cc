// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/check_quotations.h"

#include <gtest/gtest.h>

#include <memory>

#include "compiler/resolve/resolve.h"
#include "tests/unit/resolve/case_builder.h"

namespace dossier::quote {
namespace {

using markdown::InlineKind;

/// A case with a PDF (e1), a page of paragraphs (e2), a note for an original (e3), one that is
/// elsewhere (e4) and a scan (e5).
struct Fixture {
  resolve::Spans spans;
  model::Case source;
  resolve::ExhibitPagesById pages;
  ExhibitTexts texts;
  resolve::ResolvedCase resolved;
  diagnostics::Sink sink;
  diagnostics::Sink earlier;

  Fixture() {
    for (const char* id : {"e1", "e2", "e3", "e5"}) source.exhibits.push_back(spans.Exhibit(id));
    source.exhibits.push_back(spans.Exhibit("e4", 0));
    source.exhibits[2].surrogate = true;
    pages["e1"].parts = {resolve::Paged(2)};
    pages["e2"].parts = {resolve::Unpaged(3)};
    pages["e3"].parts = {resolve::Paged(1)};
    pages["e5"].parts = {resolve::Paged(1)};
    texts["e1"].sections = {"Nothing was done about it.", "They were beaten on 4 May 2019."};
    texts["e2"].sections = {"Head", "The doctor saw seven scars.", "The end"};
    texts["e2"].by_paragraph = true;
    texts["e3"].sections = {"The note says that they were beaten."};
    texts["e5"].sections = {""};
  }

  void AddItem(std::string cite, std::string quote) {
    source.grounds.push_back(resolve::GroundWith(spans, {std::move(cite)}));
    source.grounds.back().needs[0].second[0].quote = spans.Text(std::move(quote));
  }

  void AddArgument(std::string words, std::string group) {
    markdown::Block paragraph;
    paragraph.inlines.resize(2);
    paragraph.inlines[0].text = words;
    paragraph.inlines[0].span = spans.Next(words.size());
    paragraph.inlines[1].kind = InlineKind::kCitation;
    paragraph.inlines[1].text = group;
    paragraph.inlines[1].span = spans.Next(group.size());
    source.arguments.push_back({.path = "argument/a.md", .document = {}});
    source.arguments.back().document.blocks.push_back(paragraph);
  }

  std::vector<CheckedQuotation> Check() {
    resolved = resolve::Resolve(source, pages, nullptr, earlier);
    return CheckQuotations(resolved, texts, sink);
  }
};

std::string Verdicts(const std::vector<CheckedQuotation>& checked) {
  std::string out;
  for (const CheckedQuotation& quotation : checked) {
    out += std::string(ToString(quotation.result.verdict)) + "\n";
  }
  return out;
}

TEST(CheckQuotationsTest, ItemsAreCheckedOnTheirPage) {
  Fixture fixture;
  fixture.AddItem("e1 p. 2", "beaten on 4 May 2019");
  fixture.AddItem("e1 p. 1", "beaten on 4 May 2019");
  fixture.AddItem("e1 p. 2", "They were beaten on 5 May 2019.");
  fixture.AddItem("e1 p. 2", "something quite different was said");
  EXPECT_EQ(Verdicts(fixture.Check()), "exact\nwrong-page\ncontent-mismatch\nnot-found\n");
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0602 the quoted words stand at pdf p. 2 of exhibit e1, not where they are cited\n"
            "D0604 the quotation from exhibit e1 differs from the source: \"5\" stands for \"4\"\n"
            "D0601 the quoted words are not in exhibit e1\n");
  EXPECT_EQ(fixture.sink.findings()[0].hint.Full(), "cite \"e1 pdf p. 2\"");
  EXPECT_EQ(fixture.sink.findings()[0].place.span,
            fixture.source.grounds[1].needs[0].second[0].quote.span);
}

TEST(CheckQuotationsTest, ParagraphsAreCountedAsParagraphs) {
  Fixture fixture;
  fixture.AddItem("e2 para 2", "seven scars");
  fixture.AddItem("e2 para 3", "seven scars");
  EXPECT_EQ(Verdicts(fixture.Check()), "exact\nwrong-page\n");
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0602 the quoted words stand at para 2 of exhibit e2, not where they are cited\n");
}

TEST(CheckQuotationsTest, WhatCannotBeCheckedIsToldOnceAnExhibit) {
  Fixture fixture;
  fixture.AddItem("e3 p. 1", "they were beaten");
  fixture.AddItem("e3 p. 1", "they were");
  fixture.AddItem("e4 p. 7", "anything");
  fixture.AddItem("e5 p. 1", "words in a picture");
  EXPECT_EQ(Verdicts(fixture.Check()),
            "not-checkable\nnot-checkable\nnot-checkable\nnot-checkable\n");
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0603 the quotation from exhibit e3 could not be checked: a note stands in for the "
            "original\n"
            "D0603 the quotation from exhibit e4 could not be checked: the original is not in the "
            "case\n"
            "D0603 the quotation from exhibit e5 could not be checked: what is cited has no text "
            "layer\n");
}

TEST(CheckQuotationsTest, QuotationMarksBeforeACitation) {
  Fixture fixture;
  fixture.AddArgument("He wrote: “They were beaten on 4 May 2019.” ", "@e1, p. 2");
  fixture.AddArgument("He wrote: “Nothing was ever done”, ", "@e1, p. 1");
  fixture.AddArgument("A so-called “reform” was promised ", "@e1, p. 1");
  const auto checked = fixture.Check();
  EXPECT_EQ(Verdicts(checked), "exact\ncontent-mismatch\n");
  EXPECT_EQ(checked[0].text, "They were beaten on 4 May 2019.");
  EXPECT_EQ(checked[0].place.end - checked[0].place.begin, checked[0].text.size());
  EXPECT_EQ(fixture.resolved.citations[checked[1].citation].exhibit, "e1");
}

TEST(CheckQuotationsTest, OneOfAGroupIsEnough) {
  Fixture fixture;
  fixture.AddArgument("\"seven scars\" ", "@e1, p. 1; @e2, para 2; @e4");
  const auto checked = fixture.Check();
  EXPECT_EQ(Verdicts(checked), "exact\n");
  EXPECT_EQ(fixture.resolved.citations[checked[0].citation].exhibit, "e2");
  EXPECT_EQ(resolve::Told(fixture.sink), "");
}

TEST(CheckQuotationsTest, BrokenCitationsAreLeftToResolve) {
  Fixture fixture;
  fixture.AddItem("e9 p. 1", "words");
  fixture.AddItem("e1 p. 9", "words");
  EXPECT_EQ(Verdicts(fixture.Check()), "");
  EXPECT_EQ(resolve::Told(fixture.sink), "");
}

TEST(CheckQuotationsTest, EveryPlaceThatMayQuoteIsChecked) {
  Fixture fixture;
  fixture.source.grounds.push_back(resolve::GroundWith(fixture.spans, {"e1 p. 2"}));
  model::AdverseItem adverse{.cite = fixture.spans.Cite("e1 p. 1"), .shows = {}, .quote = {}, .answered_by = {}};
  adverse.quote = fixture.spans.Text("Nothing was done");
  fixture.source.grounds[0].adverse = {adverse};
  model::Fact fact;
  fact.id = fixture.spans.Text("f");
  fact.cites = {fixture.spans.Cite("e1 p. 2")};
  fact.quote = fixture.spans.Text("on 4 May 2018");
  fixture.source.facts = {fact};
  model::Event event;
  event.quote = fixture.spans.Text("words without a source");
  fixture.source.events = {event};
  EXPECT_EQ(Verdicts(fixture.Check()), "exact\ncontent-mismatch\n");
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0604 the quotation from exhibit e1 differs from the source: \"2018\" stands for \"2019.\"\n"
            "D0617 the words under `quote` have no citation to be compared with\n");
}

TEST(CheckQuotationsTest, AChangedFileIsNotCompared) {
  Fixture fixture;
  fixture.pages["e1"].parts[0].state = resolve::ExhibitState::kRejected;
  fixture.AddItem("e1 p. 2", "beaten on 4 May 2019");
  fixture.AddItem("e1 p. 2", "They were beaten");
  EXPECT_EQ(Verdicts(fixture.Check()), "stale\nstale\n");
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0613 the quotation from exhibit e1 was not compared: the file is not the one that was locked\n");
}

TEST(CheckQuotationsTest, ShortWordsAtSeveralPlacesWantAPage) {
  Fixture fixture;
  fixture.texts["e1"].sections = {"No evidence was given of it.", "There was no evidence of it, no evidence of it at all."};
  fixture.AddItem("e1", "of it");
  fixture.AddItem("e1 p. 2", "of it");
  fixture.AddItem("e1", "evidence of it at all");
  EXPECT_EQ(Verdicts(fixture.Check()), "ambiguous\nexact\nexact\n");
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0612 the quotation from exhibit e1 stands at 2 places, and the citation names none of them\n");
  EXPECT_EQ(fixture.sink.findings()[0].hint.Full(), "say which is meant: \"e1 pdf p. 1\" is the first");
}

TEST(CheckQuotationsTest, LookAlikeLettersAreToldAndNotFolded) {
  Fixture fixture;
  fixture.AddItem("e1 p. 2", "They were be\u0430ten on 4 May 2019.");
  EXPECT_EQ(Verdicts(fixture.Check()), "content-mismatch\n");
  ASSERT_EQ(fixture.sink.findings().size(), 2U);
  EXPECT_EQ(fixture.sink.findings()[1].hint.Full(),
            "U+0430 stands for U+0061: copy the word from the source, or mark the change in square brackets");
}

TEST(CheckQuotationsTest, ReadByMachine) {
  Fixture fixture;
  fixture.texts["e1"].origins = {Basis::kOcr, Basis::kOcr};
  fixture.texts["e1"].sections[1] = "Tbey were beaten in the modem prison.";
  fixture.AddItem("e1 p. 2", "were beaten in the modern prison");
  const auto checked = fixture.Check();
  EXPECT_EQ(Verdicts(checked), "ocr-tolerant\n");
  EXPECT_EQ(checked[0].result.basis, Basis::kOcr);
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0615 the quotation from exhibit e1 and the text that a machine read differ in letters that it "
            "confuses: \"modern\" stands for \"modem\"\n");
}

/// e1 in its own language, e5 its translation, e3 made from that.
struct Translated : Fixture {
  Translated() {
    texts["e1"].sections = {"Nieko nebuvo padaryta.", "Jie buvo mušami."};
    source.exhibits[3].translation = model::Translation{.of = spans.Text("e1"), .by = "", .certified = false};
    texts["e5"].sections = {"Nothing was done.", "They were beaten."};
  }
};

TEST(CheckQuotationsTest, AQuotationInTranslationIsComparedWithTheTranslation) {
  Translated fixture;
  fixture.AddItem("e1 p. 2", "They were beaten.");
  fixture.AddItem("e1 p. 2", "Jie buvo mušami.");
  fixture.AddItem("e1 p. 1", "They were beaten.");
  fixture.AddItem("e1 p. 2", "They were never beaten.");
  const auto checked = fixture.Check();
  EXPECT_EQ(Verdicts(checked), "exact\nexact\nwrong-page\ncontent-mismatch\n");
  ASSERT_TRUE(checked[0].translation);
  EXPECT_TRUE(checked[0].translation->same_places);
  EXPECT_FALSE(checked[1].translation);
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0616 the quotation cited to exhibit e1 stands in its translation, exhibit e5: at the place cited\n"
            "D0602 the quoted words stand at pdf p. 2 of exhibit e1, not where they are cited\n"
            "D0604 the quotation from exhibit e1 differs from the source: \"never\" stands for \"\"\n");
  EXPECT_EQ(fixture.sink.findings()[0].why, "compared with exhibit e5, a translation that is not certified");
}

TEST(CheckQuotationsTest, ATranslationOfAnotherLengthGivesNoPlace) {
  Translated fixture;
  fixture.texts["e5"].sections = {"Nothing was done. They were beaten."};
  fixture.source.exhibits[2].surrogate = false;
  fixture.source.exhibits[2].translation = model::Translation{.of = fixture.spans.Text("e5"), .by = "", .certified = true};
  fixture.texts["e3"].sections = {"Rien ne fut fait. Ils furent battus."};
  fixture.AddItem("e1 p. 2", "They were beaten.");
  fixture.AddItem("e1 p. 2", "Ils furent battus.");
  const auto checked = fixture.Check();
  EXPECT_EQ(Verdicts(checked), "exact\nexact\n");
  EXPECT_FALSE(checked[0].translation->same_places);
  EXPECT_EQ(resolve::Told(fixture.sink),
            "D0616 the quotation cited to exhibit e1 stands in its translation, exhibit e5: the place in the "
            "original is not known\n"
            "D0616 the quotation cited to exhibit e1 stands in its translation, exhibit e3: the place in the "
            "original is not known\n");
  EXPECT_EQ(fixture.sink.findings()[1].why,
            "compared with exhibit e3, a certified translation, made from another translation, exhibit e5");
}

}  // namespace
}  // namespace dossier::quote
