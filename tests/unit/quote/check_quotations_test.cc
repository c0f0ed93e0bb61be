// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/check_quotations.h"
#include "compiler/quote/quoted_words.h"

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

/// The quotation in front of `[@e1]` after these words.
std::string Quoted(std::string words) {
  markdown::Document document;
  markdown::Block paragraph;
  paragraph.inlines.resize(2);
  paragraph.inlines[0].text = std::move(words);
  paragraph.inlines[1].kind = InlineKind::kCitation;
  paragraph.inlines[1].text = "@e1";
  document.blocks.push_back(paragraph);
  const auto found = FindQuotedWords(document);
  return found.empty() ? "none" : found[0].text;
}

TEST(FindQuotedWordsTest, MarksOfAllKinds) {
  EXPECT_EQ(Quoted("x “a b” "), "a b");
  EXPECT_EQ(Quoted("x \"a b\" "), "a b");
  EXPECT_EQ(Quoted("x „a b“ "), "a b");
  EXPECT_EQ(Quoted("x „a b” "), "a b");
  EXPECT_EQ(Quoted("x «a b»"), "a b");
  EXPECT_EQ(Quoted("x “a “b” c” "), "a “b” c");
  EXPECT_EQ(Quoted("x “a” and “b”; "), "b");
}

TEST(FindQuotedWordsTest, NoQuotation) {
  for (const char* words : {"x", "", "a”", "“” ", "“a” says he ", "“a”..,", "\""}) {
    EXPECT_EQ(Quoted(words), "none") << words;
  }
}

TEST(FindQuotedWordsTest, MarkupInsideAndNotes) {
  markdown::Document document;
  markdown::Inline strong;
  strong.kind = InlineKind::kStrong;
  strong.children.resize(1);
  strong.children[0].text = "not";
  markdown::Block paragraph;
  paragraph.inlines.resize(4);
  paragraph.inlines[0].text = "“did ";
  paragraph.inlines[1] = strong;
  paragraph.inlines[2].text = " come” ";
  paragraph.inlines[3].kind = InlineKind::kCitation;
  paragraph.inlines[3].text = "@e1, p. 1; @e2";
  document.notes.push_back({.id = "n", .blocks = {paragraph}, .span = {}});
  const auto found = FindQuotedWords(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].text, "did not come");
  EXPECT_EQ(found[0].citations.size(), 2U);
}

}  // namespace
}  // namespace dossier::quote
