// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/argument.h"

#include <gtest/gtest.h>

#include "compiler/compose/styled_citations.h"
#include "tests/unit/compose/dump.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

using markdown::BlockKind;
using markdown::InlineKind;

markdown::Inline Text(std::string words, InlineKind kind = InlineKind::kText) {
  markdown::Inline node;
  node.kind = kind;
  node.text = std::move(words);
  return node;
}

markdown::Block Paragraph(std::vector<markdown::Inline> inlines) {
  markdown::Block block;
  block.inlines = std::move(inlines);
  return block;
}

TEST(ComposeArgumentTest, CitationsShowLabelPinpointAndBundlePage) {
  const auto sample = MakeSample();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(*sample, strings);
  EXPECT_EQ(
      Dump(ComposeArgument(context)),
      "# 1 Risk on return\n"
      "1. Ąžuolas said so ([A-2, p. 3](exhibit.e2.3), bundle p. [{exhibit.e2.3}](exhibit.e2.3)"
      "; <mark.authority/e4>A-4, p. 9).^[Дело № 5\n]\n");
  EXPECT_EQ(context.arguments.at("argument/1-risk.md").number, "1");
}

markdown::Inline LinkNode(std::string target, std::vector<markdown::Inline> words) {
  markdown::Inline node = Text("", InlineKind::kLink);
  node.target = std::move(target);
  node.children = std::move(words);
  return node;
}

TEST(ComposeArgumentTest, PlacesAreReferredToByNumberAndPage) {
  const auto sample = MakeSample();
  markdown::Block heading = Paragraph({Text("Risk")});
  heading.kind = BlockKind::kHeading;
  heading.level = 1;
  heading.anchor = "risk";
  markdown::Inline picture = Text("What it shows", InlineKind::kPicture);
  picture.target = "files/none.png";
  picture.children = {Text("A map")};
  markdown::Block figure = Paragraph({picture});
  figure.anchor = "map";
  sample->source.arguments = {{"argument/1.md", {}}};
  sample->source.arguments[0].document.blocks = {
      Paragraph({Text("See "), LinkNode("#risk", {}), Text(", "),
                 LinkNode("#map", {Text("figure {number} on page {page}")})}),
      heading, figure};
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(*sample, strings);
  const Blocks blocks = ComposeArgument(context);
  EXPECT_EQ(Dump({blocks[0], blocks[1]}),
            "1. See {#place.1}, [figure ](place.2){#place.2}[ on page ](place.2)"
            "[{place.2}](place.2)\n# 1 <place.1>Risk\n");
  const auto& set = std::get<Figure>(blocks[2].value);
  EXPECT_EQ(set.label, "Figure\u00A01");
  EXPECT_EQ(set.anchor, "place.2");
  EXPECT_EQ(set.image.alternative, "What it shows");
  EXPECT_EQ(Dump(set.caption), "A map");
}

TEST(ComposeArgumentTest, AReferenceThatLeadsNowhereIsWordsAndAFinding) {
  CrossReferences found;
  const std::string here = found.AnchorOf("here");
  const std::string lost = found.AnchorOf("lost");
  found.places["here"] = {.anchor = here, .printed = true, .has_number = true};
  found.places["plain"] = {.anchor = "place.3", .printed = true, .has_number = false};
  found.references = {{"here", {}, true}, {"plain", {}, false}, {"plain", {}, true}, {"lost", {}, false}};
  Document document;
  document.blocks = {Para(ReferenceTo(lost, {Words("see page {page}")})), Para(ReferenceTo(here, {}))};
  diagnostics::Sink sink;
  CheckCrossReferences(found, document, sink);
  EXPECT_EQ(resolve::Told(sink),
            "D0929 the place \"plain\" cannot be referred to: it has no number here\n"
            "D0929 the place \"lost\" cannot be referred to: the template does not print it\n");
  EXPECT_EQ(Dump(document.blocks), "see page ?\n{#place.1}\n");
}

/// A guide with notes: publisher or title, pinpoint, exhibit; later the short form and the note.
model::CitationStyle Guide() {
  using model::CitedField;
  model::CitationStyle style;
  const model::CitedPart pin{.field = CitedField::kPin, .before = ", ", .after = {}};
  const model::CitedPart exhibit{.field = CitedField::kExhibit, .before = " (", .after = ")"};
  style.end = ".";
  style.later = {{.field = CitedField::kShort, .before = {}, .after = {}},
                 {.field = CitedField::kNote, .before = " (n ", .after = ")"},
                 pin,
                 exhibit};
  style.forms.push_back(
      {"work", {.first = {{.field = CitedField::kTitle, .before = {}, .after = {}, .italic = true}, pin, exhibit},
                .later = {}}});
  return style;
}

TEST(ComposeArgumentTest, AGuideToCitationMakesNotes) {
  const auto sample = MakeSample();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(*sample, strings);
  const model::CitationStyle guide = Guide();
  StyledCitations styled(context, guide);
  context.styled = &styled;
  const std::string text = Dump(ComposeArgument(context));
  EXPECT_EQ(text.find("said so ("), std::string::npos) << text;
  EXPECT_NE(text.find("said so.^["), std::string::npos) << "the mark behind the full stop: " << text;
  EXPECT_NE(text.find(", p. 3 ([A-2](exhibit.e2.3), bundle p. [{exhibit.e2.3}](exhibit.e2.3)); "),
            std::string::npos)
      << text;
}

TEST(ComposeArgumentTest, LaterMentionsReferToTheNoteOfTheFirst) {
  const auto sample = MakeSample();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(*sample, strings);
  const model::CitationStyle guide = Guide();
  StyledCitations styled(context, guide);
  const Span span = sample->source.arguments.front().document.blocks.back().inlines.at(1).span;
  const Inlines first = styled.Group("@e2, p. 3; @e4, p. 9", span, false);
  const Inlines later = styled.Group("@e2, p. 3; @e4, p. 9", span, false);
  const std::string anchor = std::get<Note>(first.at(0).value).anchor;
  EXPECT_FALSE(anchor.empty());
  const std::string text = Dump(later);
  EXPECT_NE(text.find("(n "), std::string::npos) << text;
  EXPECT_NE(text.find(anchor), std::string::npos) << text;
}

TEST(ComposeArgumentTest, ACitationThatLeadsNowhereNamesNoPage) {
  const auto sample = MakeSample();
  for (resolve::BoundCitation& citation : sample->resolved.citations) citation.resolved = false;
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(*sample, strings);
  const std::string text = Dump(ComposeArgument(context));
  EXPECT_NE(text.find("A-2, p. 3"), std::string::npos);
  EXPECT_EQ(text.find("bundle p."), std::string::npos);
}

TEST(ComposeArgumentTest, PinpointsInTheLanguageOfTheDocument) {
  const auto sample = MakeSample();
  const Strings strings = LoadStrings("lt");
  Context context = ContextOf(*sample, strings);
  EXPECT_NE(Dump(ComposeArgument(context)).find("[A-2, p. 3](exhibit.e2.3), bylos p. "),
            std::string::npos);
}

/// The blocks of one argument file that holds these, in a case of its own.
std::string Set(std::vector<markdown::Block> blocks) {
  Sample sample;
  sample.source.header.language = sample.spans.Text("en");
  sample.source.arguments.push_back({.path = "argument/b.md", .document = {}});
  sample.source.arguments.push_back({.path = "argument/a.md", .document = {}});
  sample.source.arguments[0].document.blocks = std::move(blocks);
  sample.source.arguments[1].document.blocks = {Paragraph({Text("First file.")})};
  sample.Resolve();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(sample, strings);
  return Dump(ComposeArgument(context));
}

TEST(ComposeArgumentTest, FilesByNameAndParagraphsThroughAll) {
  EXPECT_EQ(Set({Paragraph({Text("One.")}), Paragraph({Text("Two.")})}),
            "1. First file.\n2. One.\n3. Two.\n");
}

TEST(ComposeArgumentTest, HeadingsAreNumberedByLevel) {
  std::vector<markdown::Block> blocks;
  for (const int level : {1, 2, 2, 1, 3}) {
    markdown::Block heading = Paragraph({Text("H")});
    heading.kind = BlockKind::kHeading;
    heading.level = level;
    blocks.push_back(heading);
  }
  EXPECT_EQ(Set(blocks), "1. First file.\n# 1 H\n## 1.1 H\n## 1.2 H\n# 2 H\n### 2.1.1 H\n");
}

TEST(ComposeArgumentTest, TablesHaveHeadsAlignmentsAndMeasures) {
  const auto sample = MakeSample();
  const auto cell = [](std::vector<markdown::Inline> inlines, markdown::Alignment alignment) {
    markdown::Block block = Paragraph(std::move(inlines));
    block.kind = BlockKind::kTableCell;
    block.alignment = alignment;
    return block;
  };
  const auto row = [&](std::string first, std::string second) {
    markdown::Block block;
    block.kind = BlockKind::kTableRow;
    block.children = {cell({Text(std::move(first))}, markdown::Alignment::kNone), cell({Text(std::move(second))}, markdown::Alignment::kRight)};
    return block;
  };
  markdown::Block table;
  table.kind = BlockKind::kTable;
  table.children = {row("Day", "Event"), row("3 May 2023", std::string(90, 'x')), row("", "none")};
  sample->source.arguments = {{"argument/1.md", {}}};
  sample->source.arguments[0].document.blocks = {table};
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(*sample, strings);
  const Blocks blocks = ComposeArgument(context);
  ASSERT_EQ(blocks.size(), 1u);
  const auto& set = std::get<Table>(blocks.front().value);
  EXPECT_EQ(set.widths, (std::vector<int>{10, 40}));
  ASSERT_EQ(set.head.size(), 1u);
  ASSERT_EQ(set.rows.size(), 2u);
  const auto& head = std::get<dossier::compose::Paragraph>(set.head[0].cells[1].content.at(0).value);
  EXPECT_EQ(head.style, ParagraphStyle::kRight);
  EXPECT_EQ(std::get<TextRun>(head.content.at(0).value).face, Face::kBold);
  EXPECT_EQ(std::get<TextRun>(std::get<dossier::compose::Paragraph>(set.rows[0].cells[0].content.at(0).value).content.at(0).value).text, "3 May 2023");
}

TEST(ComposeArgumentTest, ListsQuotationsLinksAndFaces) {
  markdown::Block item;
  item.kind = BlockKind::kListItem;
  item.inlines = {Text("tight")};
  markdown::Block loose;
  loose.kind = BlockKind::kListItem;
  loose.children = {Paragraph({Text("loose")})};
  markdown::Block list;
  list.kind = BlockKind::kNumberedList;
  list.start = 3;
  list.children = {item, loose};
  markdown::Block quotation;
  quotation.kind = BlockKind::kQuotation;
  quotation.children = {Paragraph({Text("said")})};
  markdown::Inline link = Text("", InlineKind::kLink);
  link.target = "https://example.org/";
  link.children = {Text("there")};
  EXPECT_EQ(Set({list, quotation, Paragraph({link, Text("", InlineKind::kHardBreak), Text("x")})}),
            "1. First file.\n3. tight\n4. loose\n> said\n2. [there](https://example.org/)\\x\n");
}

TEST(ComposeArgumentTest, ANameOverALineEndIsOneRun) {
  Sample sample;
  sample.source.header.language = sample.spans.Text("en");
  sample.source.arguments.push_back({.path = "argument/a.md", .document = {}});
  sample.source.arguments[0].document.blocks = {
      Paragraph({Text("Jonas"), Text("", InlineKind::kSoftBreak), Text("Pavyzdys")})};
  sample.Resolve();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(sample, strings);
  const Blocks blocks = ComposeArgument(context);
  const auto& content = std::get<dossier::compose::Paragraph>(blocks.at(0).value).content;
  ASSERT_EQ(content.size(), 1U);
  EXPECT_EQ(std::get<TextRun>(content[0].value).text, "Jonas Pavyzdys");
}

TEST(ComposeArgumentTest, ANoteThatRefersToItselfEnds) {
  Sample sample;
  sample.source.header.language = sample.spans.Text("en");
  sample.source.arguments.push_back({.path = "argument/a.md", .document = {}});
  auto& document = sample.source.arguments[0].document;
  document.blocks = {Paragraph({Text("Words"), Text("n", InlineKind::kNoteReference)})};
  document.notes.push_back(
      {.id = "n",
       .blocks = {Paragraph({Text("note"), Text("n", InlineKind::kNoteReference)})},
       .span = {}});
  sample.Resolve();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(sample, strings);
  EXPECT_EQ(Dump(ComposeArgument(context)), "1. Words^[note\n]\n");
}

}  // namespace
}  // namespace dossier::compose
