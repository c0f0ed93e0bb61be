// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/quoted_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/markdown/parse.h"

namespace dossier::quote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using markdown::InlineKind;

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

/// Everything that a text in Markdown quotes, and from where.
std::vector<std::string> Claims(std::string text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("argument/a.md", std::move(text));
  const std::optional<markdown::Document> document = markdown::Parse(sources, file, sink);
  std::vector<std::string> out;
  for (const QuotedWords& quoted : FindQuotedWords(document.value_or(markdown::Document{}))) {
    out.push_back(quoted.text + " < " + quoted.citations.front().text);
  }
  return out;
}

TEST(FindQuotedWordsTest, BritishAndOtherMarks) {
  EXPECT_EQ(Quoted("He said ‘it was so’ "), "it was so");
  EXPECT_EQ(Quoted("He said ‘he didn’t see it’ "), "he didn’t see it");
  EXPECT_EQ(Quoted("He said ‘the “new” law’ "), "the “new” law");
  EXPECT_EQ(Quoted("He said 'it was so' "), "it was so");
  EXPECT_EQ(Quoted("the prisoners’ "), "none");
  EXPECT_EQ(Quoted("the prisoners' "), "none");
  EXPECT_EQ(Quoted("x « a b » "), "a b");
  EXPECT_EQ(Quoted("x »a b« "), "a b");
  EXPECT_EQ(Quoted("x „a ‚b‘ c“ "), "a ‚b‘ c");
}

TEST(FindQuotedWordsTest, ARowOfATableReadsAsOneParagraph) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("a.md", "| Words | Source |\n|---|---|\n| He said “a b” | [@e1, p. 2] |\n| “open | [@e2] |\n| words” | [@e3] |\n"
                                                 "| “in one [@e4]” | “c d” [@e5] |\n");
  const auto document = markdown::Parse(sources, file, sink);
  ASSERT_TRUE(document);
  std::vector<std::string> found;
  for (const QuotedWords& quoted : FindQuotedWords(*document)) found.push_back(quoted.text + " " + quoted.citations.front().text);
  EXPECT_THAT(found, ElementsAre("a b @e1, p. 2", "c d @e5"));
}

TEST(FindQuotedWordsTest, BlockQuotations) {
  EXPECT_THAT(Claims("> The cell had\n> no window [@e1, p. 2].\n"), ElementsAre("The cell had no window < @e1, p. 2"));
  EXPECT_THAT(Claims("She says [@e1, p. 2]:\n\n> The cell had no window.\n"),
              ElementsAre("The cell had no window. < @e1, p. 2"));
  EXPECT_THAT(Claims("> “The cell had no window.”\n>\n> — Anna Example [@e1, p. 2]\n"),
              ElementsAre("The cell had no window. < @e1, p. 2"));
  EXPECT_THAT(Claims("> First part.\n>\n> Second part. [@e1]\n"), ElementsAre("First part.\nSecond part. < @e1"));
  EXPECT_THAT(Claims("It is so [@e1]. Another says:\n\n> Words.\n"), IsEmpty());
  EXPECT_THAT(Claims("> Words without a source.\n"), IsEmpty());
}

TEST(FindQuotedWordsTest, OverTwoParagraphs) {
  EXPECT_THAT(Claims("She said: “It was cold.\n\n“It was dark” [@e1, p. 3].\n"),
              ElementsAre("It was cold. It was dark < @e1, p. 3"));
  EXPECT_THAT(Claims("She said: “It was cold.”\n\nHe said “it was dark” [@e1].\n"), ElementsAre("it was dark < @e1"));
}

}  // namespace
}  // namespace dossier::quote
