// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/parse.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace dossier::markdown {
namespace {

struct Parsed {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<Document> document;

  [[nodiscard]] std::string Source(Span span) const {
    if (!span.known()) return "?";
    return std::string(sources.TextOf(span.file).substr(span.begin, span.end - span.begin));
  }
};

Parsed ParseText(std::string text) {
  Parsed parsed;
  const std::uint32_t file = parsed.sources.Add("argument/a.md", std::move(text));
  parsed.document = Parse(parsed.sources, file, parsed.sink);
  return parsed;
}

std::string Findings(const Parsed& parsed) {
  std::string text;
  for (const diagnostics::Finding& finding : parsed.sink.findings()) {
    const Span span = finding.place.span;
    const diagnostics::Position at = parsed.sources.PositionOf(span.file, span.begin);
    text += std::to_string(at.line);
    text += ':';
    text += std::to_string(at.column);
    text += ' ';
    text += diagnostics::Describe(finding.kind).code;
    text += ' ';
    text += finding.Message();
    text += '\n';
  }
  return text;
}

std::string Picture(const std::vector<Inline>& inlines) {
  std::string text;
  for (const Inline& node : inlines) {
    switch (node.kind) {
      case InlineKind::kText:
        text += node.text;
        break;
      case InlineKind::kEmphasis:
        text += "em(" + Picture(node.children) + ")";
        break;
      case InlineKind::kStrong:
        text += "strong(" + Picture(node.children) + ")";
        break;
      case InlineKind::kCode:
        text += "code(" + node.text + ")";
        break;
      case InlineKind::kLink:
        text += "link(" + node.target + ": " + Picture(node.children) + ")";
        break;
      case InlineKind::kSoftBreak:
        text += "~";
        break;
      case InlineKind::kHardBreak:
        text += "|";
        break;
      case InlineKind::kCitation:
        text += "cite(" + node.text + ")";
        break;
      case InlineKind::kNoteReference:
        text += "note(" + node.text + ")";
        break;
    }
  }
  return text;
}

std::string Picture(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    switch (block.kind) {
      case BlockKind::kHeading:
        text += "h" + std::to_string(block.level);
        break;
      case BlockKind::kParagraph:
        text += "p";
        break;
      case BlockKind::kBulletList:
        text += "ul";
        break;
      case BlockKind::kNumberedList:
        text += "ol" + std::to_string(block.start);
        break;
      case BlockKind::kListItem:
        text += "li";
        break;
      case BlockKind::kQuotation:
        text += "quote";
        break;
      case BlockKind::kCode:
        text += "code";
        break;
      case BlockKind::kRule:
        text += "rule";
        break;
      case BlockKind::kTable:
        text += "table";
        break;
      case BlockKind::kTableRow:
        text += "row";
        break;
      case BlockKind::kTableCell:
        text += std::array{"cell", "left", "centre", "right"}.at(static_cast<std::size_t>(block.alignment));
        break;
    }
    text += "[" + Picture(block.inlines) + Picture(block.children) + "]";
  }
  return text;
}

void CheckPicture(const std::string& text, const std::string& picture) {
  const Parsed parsed = ParseText(text);
  EXPECT_EQ(Findings(parsed), "") << text;
  ASSERT_TRUE(parsed.document) << text;
  EXPECT_EQ(Picture(parsed.document->blocks), picture) << text;
}

void CheckFindings(const std::string& text, const std::string& findings) {
  EXPECT_EQ(Findings(ParseText(text)), findings) << text;
}

/// The words of every text run that claims to stand verbatim do stand there.
void CheckSpans(const Parsed& parsed, const std::vector<Inline>& inlines) {
  for (const Inline& node : inlines) {
    if (node.kind == InlineKind::kText && node.text.size() == node.span.end - node.span.begin) {
      EXPECT_EQ(parsed.Source(node.span), node.text);
    }
    CheckSpans(parsed, node.children);
  }
}

TEST(MarkdownBlocks, Kinds) {
  CheckPicture("# One\n\nTwo\nthree\n\n> Four\n\n---\n", "h1[One]p[Two~three]quote[p[Four]]rule[]");
  CheckPicture("- a\n- b\n", "ul[li[p[a]]li[p[b]]]");
  CheckPicture("- a\n\n- b\n", "ul[li[p[a]]li[p[b]]]");
  CheckPicture("3. a\n   - b\n4. c\n", "ol3[li[p[a]ul[li[p[b]]]]li[p[c]]]");
  CheckPicture("```\na *b*\n  c\n```\n", "code[a *b*\n  c\n]");
  CheckPicture("Words.\n\n    Indented words.\n", "p[Words.]p[Indented words.]");
}

TEST(MarkdownTables, RowsAndAlignments) {
  CheckPicture("Before.\n\n| Date | What | Where |\n|---|:-:|--:|\n| 3 May | *a* search | [@e1, p. 2] |\n| 4 May |\n\nAfter.\n",
               "p[Before.]table[row[cell[Date]centre[What]right[Where]]row[cell[3 May]centre[em(a) search]right[cite(@e1, p. 2)]]"
               "row[cell[4 May]centre[]right[]]]p[After.]");
  CheckPicture("a | b\n---|:---\nc \\| d | e\n", "table[row[cell[a]left[b]]row[cell[c | d]left[e]]]");
  CheckPicture("> | a |\n> |---|\n> | b |\n", "quote[table[row[cell[a]]row[cell[b]]]]");
  CheckPicture("A bar | is no table.\n", "p[A bar | is no table.]");
  CheckPicture("| a | b |\n|---|---|\n|  | `c|d` |\n", "table[row[cell[a]cell[b]]row[cell[]cell[code(c|d)]]]");
}

TEST(MarkdownTables, NotesAndWordsHavePlaces) {
  const Parsed parsed = ParseText("| Žemė | b[^1] |\n|---|---|\n| c | **d** |\n\n[^1]: Words.\n");
  EXPECT_EQ(Findings(parsed), "");
  ASSERT_TRUE(parsed.document);
  ForEachBlock(*parsed.document, [&](const Block& block) { CheckSpans(parsed, block.inlines); });
  EXPECT_EQ(Picture(parsed.document->blocks), "table[row[cell[Žemė]cell[bnote(1)]]row[cell[c]cell[strong(d)]]]");
}

TEST(MarkdownTables, NothingBehindTheLastColumnIsLost) {
  const std::string head = "| a | b |\n|---|---|\n";
  CheckFindings(head + "| c | **d** | lost |\n", "3:14 D0019 this row has 3 cells, and the table 2 columns\n");
  CheckFindings(head + "| c | d |\n|  | | lost | [@e1] |\n", "4:7 D0019 this row has 4 cells, and the table 2 columns\n");
  CheckFindings("- | a |\n  |---|\n  | b | lost\n", "3:8 D0019 this row has 2 cells, and the table 1 columns\n");
  CheckFindings("> a | b\n> ---|---\n> c | d | lost\n", "3:10 D0019 this row has 3 cells, and the table 2 columns\n");
  CheckFindings(head + "1| c | lost |\n-| c | lost |\n", "3:7 D0019 this row has 3 cells, and the table 2 columns\n4:7 D0019 this row has 3 cells, and the table 2 columns\n");
  CheckFindings("Words.\n\n|  | lost |\n|---|\n|  | lost too\n\nWords.\n",
                "3:5 D0019 this row has 2 cells, and the table 1 columns\n5:5 D0019 this row has 2 cells, and the table 1 columns\n");
  CheckFindings("`|a``\n---|\n``|` | lost``|\n", "1:3 D0019 this row has 2 cells, and the table 1 columns\n");
  CheckFindings("a | b | lost |\n|---|---|\n", "1:8 D0019 this row has 3 cells, and the table 2 columns\n");
  CheckFindings("Words before.\n\n" + head + "| c | d | |\n| c |\n", "");
  CheckFindings("[^1]: A note:\n\n    | a |\n    |---|\n    | b | lost |\n\nWords[^1].\n", "5:10 D0019 this row has 2 cells, and the table 1 columns\n");
}

TEST(MarkdownInlines, Kinds) {
  CheckPicture("a *b* **c _d_** `e` [f](https://example.org/?a=1&amp;b=2) <https://x.org>",
               "p[a em(b) strong(c em(d)) code(e) link(https://example.org/?a=1&b=2: f) "
               "link(https://x.org: https://x.org)]");
  CheckPicture("a  \nb\\\nc\nd", "p[a|b|c~d]");
  CheckPicture("a \\*b\\* &amp; &quot;c&quot; &#269; &unknown; &#0;",
               "p[a *b* & \"c\" č &unknown; \xEF\xBF\xBD]");
  CheckPicture("\"It's\" -- 'so'...", "p[\"It's\" -- 'so'...]");
}

TEST(MarkdownInlines, SpansAreBytesOfTheSource) {
  const Parsed parsed = ParseText("\xEF\xBB\xBF# Žodžiai\n\nĄ *čia* [@e14, p. 14] \\* &amp; ž\n");
  ASSERT_TRUE(parsed.document);
  const std::vector<Block>& blocks = parsed.document->blocks;
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(parsed.Source(blocks[0].span), "Žodžiai");
  EXPECT_EQ(parsed.Source(blocks[1].span), "Ą *čia* [@e14, p. 14] \\* &amp; ž");
  for (const Block& block : blocks) CheckSpans(parsed, block.inlines);
  EXPECT_EQ(parsed.Source(blocks[1].inlines.at(1).span), "čia");
  EXPECT_EQ(parsed.Source(blocks[1].inlines.at(3).span), "[@e14, p. 14]");
}

TEST(MarkdownCitations, Groups) {
  CheckPicture("Torture [@e14, p. 14; @e02, para 3] was seen.",
               "p[Torture cite(@e14, p. 14; @e02, para 3) was seen.]");
  CheckPicture("*\"Words\"*[@e14, § 4].", "p[em(\"Words\")cite(@e14, § 4).]");
  CheckPicture("**[@e1]** [@e2][@e3]", "p[strong(cite(@e1)) cite(@e2)cite(@e3)]");
  CheckPicture("[@e1, p. *4*]: words", "p[cite(@e1, p. *4*): words]");
  CheckPicture("- [@e1]\n- a", "ul[li[p[cite(@e1)]]li[p[a]]]");
}

TEST(MarkdownCitations, OverLines) {
  CheckPicture("a [@e14, p. 14;\n@e02] b\nc", "p[a cite(@e14, p. 14; @e02) b~c]");
  CheckPicture("> a [@e14,\n> p. 2] b", "quote[p[a cite(@e14, p. 2) b]]");
  CheckPicture("a [@e14]\nb", "p[a cite(@e14)~b]");
}

TEST(MarkdownCitations, NotOne) {
  CheckPicture("a \\[@e14] b@c.org [x]", "p[a [@e14] b@c.org [x]]");
  CheckPicture("`[@e14]`", "p[code([@e14])]");
  CheckPicture("```\n[@e14]\n```\n", "code[[@e14]\n]");
  CheckFindings("a [@e14, p. 1\n\nb]",
                "1:3 D0201 cannot read this citation: the bracket is never closed\n");
  CheckFindings("a [@e14 [@e15]",
                "1:3 D0201 cannot read this citation: the bracket is never closed\n");
}

TEST(MarkdownNotes, DefinitionsAndReferences) {
  const Parsed parsed = ParseText(
      "Words[^a] and[^b].\n\n[^a]: First *note* [@e1, p. 2]\n    goes on.\n\n    Second "
      "paragraph.\n\n"
      "[^b]: Short\nlazy line\n\nBody again.\n");
  EXPECT_EQ(Findings(parsed), "");
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(Picture(parsed.document->blocks), "p[Wordsnote(a) andnote(b).]p[Body again.]");
  ASSERT_EQ(parsed.document->notes.size(), 2U);
  const Note* first = parsed.document->FindNote("a");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(Picture(first->blocks),
            "p[First em(note) cite(@e1, p. 2)~goes on.]p[Second paragraph.]");
  EXPECT_EQ(parsed.Source(first->span), "a");
  for (const Block& block : first->blocks) CheckSpans(parsed, block.inlines);
  EXPECT_EQ(Picture(parsed.document->FindNote("b")->blocks), "p[Short~lazy line]");
}

TEST(MarkdownNotes, EveryOneHasItsOther) {
  CheckFindings("a[^x]\n", "1:2 D0211 there is no note \"x\"\n");
  CheckFindings("a\n\n[^x]: b\n", "3:3 D0211 there is no reference to the note \"x\"\n");
  CheckFindings("a[^x]\n\n[^x]: b\n[^x]: c\n", "4:3 D0109 the id \"x\" is used twice\n");
  CheckFindings("a[^x][^y]\n\n[^x]: b[^y]\n[^y]: c\n",
                "3:8 D0211 there is no note inside a note \"y\"\n");
}

TEST(MarkdownPlaces, NamesStandAtTheEndOfHeadingsParagraphsAndPictures) {
  const Parsed parsed = ParseText(
      "# Risk *on return* {#risk}\n\nSee [](#risk) and [page {page}](#risk) [@e01]. {#here}\n\n"
      "![Map of *Ülgi*](files/map.png \"What it shows\"){#map}\n\nNo {#place} here, nor {#}\n");
  ASSERT_TRUE(parsed.document);
  const std::vector<Block>& blocks = parsed.document->blocks;
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_EQ(blocks[0].anchor, "risk");
  EXPECT_EQ(PlainText(blocks[0].inlines), "Risk on return");
  EXPECT_EQ(blocks[1].anchor, "here");
  EXPECT_EQ(PlainText(blocks[1].inlines), "See  and page {page} .");
  EXPECT_EQ(blocks[1].inlines.at(1).target, "#risk");
  EXPECT_EQ(parsed.Source(blocks[1].inlines.at(1).span), "[](#risk)");
  EXPECT_EQ(blocks[2].anchor, "map");
  ASSERT_EQ(blocks[2].inlines.size(), 1U);
  const Inline& picture = blocks[2].inlines.front();
  EXPECT_EQ(picture.kind, InlineKind::kPicture);
  EXPECT_EQ(picture.target, "files/map.png");
  EXPECT_EQ(picture.text, "What it shows");
  EXPECT_EQ(PlainText(picture.children), "Map of Ülgi");
  EXPECT_EQ(blocks[3].anchor, "");
  EXPECT_EQ(PlainText(blocks[3].inlines), "No {#place} here, nor {#}");
  std::size_t visited = 0;
  ForEachInline(*parsed.document, [&](const Inline& node) { visited += node.kind == InlineKind::kPicture ? 1 : 0; });
  EXPECT_EQ(visited, 1U);
}

TEST(MarkdownRefusals, HtmlAndPicturesInsideWords) {
  const std::string refused = " D0015 raw HTML and pictures inside words are not used in the argument\n";
  CheckFindings("a <b>c</b>\n", "1:3" + refused + "1:7" + refused);
  CheckFindings("a\n\n<div>\nb\nc\n</div>\n\nd <!-- e -->\n", "3:1" + refused + "8:3" + refused);
  CheckFindings("a ![b](c.png)\n", "1:3" + refused);
  CheckFindings("# ![b](c.png)\n", "1:3" + refused);
  CheckFindings("a[^x]\n\n[^x]: ![b](c.png)\n", "3:7" + refused);
  CheckFindings("![b](c.png)\n", "");
  CheckFindings("1 < 2 and a<b\n", "");
}

TEST(MarkdownRefusals, BadBytes) {
  CheckFindings("a \xFF", "1:3 D0003 byte FF is not valid UTF-8\n");
  CheckFindings(std::string("a \0", 3), "1:3 D0004 control character U+0000 is not allowed here\n");
}

TEST(MarkdownText, PlainText) {
  const Parsed parsed = ParseText("a *b*\n[c](https://x.org) [@e1] `d`");
  ASSERT_TRUE(parsed.document);
  EXPECT_EQ(PlainText(parsed.document->blocks.at(0).inlines), "a b c  d");
}

}  // namespace
}  // namespace dossier::markdown
