// SPDX-License-Identifier: GPL-3.0-or-later
// What leads from one place of a document to another: lists of pages, numbers of what stands
// elsewhere, notes at the end, letterheads, numbers in the margin.
#include <gtest/gtest.h>

#include "compiler/paginate/paginate.h"
#include "compiler/paginate/print.h"
#include "tests/support/typesetting.h"

namespace dossier::paginate {
namespace {

using testing::Filler;
using testing::Heading;
using testing::Numbered;
using testing::Paragraph;
using testing::Words;

Pages Set(const compose::Document& document) {
  diagnostics::Sink sink;
  Pages pages = Paginate(document, testing::InstalledFonts(), {}, sink);
  EXPECT_TRUE(sink.findings().empty());
  return pages;
}

Pages Set(std::vector<compose::Block> blocks) {
  compose::Document document;
  document.blocks = std::move(blocks);
  return Set(document);
}

bool Contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

compose::Inline Here(std::string name) { return {compose::AnchorHere{std::move(name)}}; }

compose::Inline NumberOf(std::string anchor) { return {compose::NumberOf{std::move(anchor)}}; }

TEST(ReferencesTest, ListOfPagesHasRangesAndLinks) {
  std::vector<compose::Block> blocks = {
      Paragraph({Words("Index: "), {compose::PagesOf{{"p9", "p3", "p8", "p7", "p7b", "p4b"}}}})};
  for (int page = 2; page <= 9; ++page) {
    blocks.push_back({compose::PageBreak{}});
    const std::string name = "p" + std::to_string(page);
    blocks.push_back(Paragraph({Words("words "), Here(name), Words("and "), Here(name + "b"), Words("more")}));
  }
  const Pages pages = Set(std::move(blocks));
  EXPECT_EQ(PrintPage(pages.pages[0]), "Index: 3, 4, 7\u20139\n");
  std::vector<std::string> targets;
  for (const LinkArea& link : pages.links) {
    targets.push_back(link.anchor);
  }
  EXPECT_EQ(targets, (std::vector<std::string>{"p3", "p4b", "p7", "p9"}));
  EXPECT_EQ(pages.anchors.at("p9").page.value, 8);
}

TEST(ReferencesTest, NumbersStandBeforeAndAfterTheirTargets) {
  compose::Table table;
  table.label = "Table 2";
  table.anchor = "table";
  table.rows = {{{testing::Cell("cell")}, {}, false}};
  compose::Inline note = testing::Note({Words("what the note says")});
  std::get<compose::Note>(note.value).anchor = "note";
  compose::Block numbered = Numbered("14.", {Words("paragraph"), note});
  std::get<compose::Paragraph>(numbered.value).anchor = "paragraph";
  const Pages pages = Set({Paragraph({Words("see "), NumberOf("section"), Words(", "), NumberOf("paragraph"),
                                      Words(", "), NumberOf("note"), Words(", "), NumberOf("table"),
                                      Words(", "), NumberOf("nowhere")}),
                           Heading(2, "3.2", "Title", "section"), std::move(numbered), {std::move(table)}});
  EXPECT_TRUE(Contains(PrintPage(pages.pages[0]), "see 3.2, 14, 1, 2, ?\n")) << PrintPage(pages.pages[0]);
}

TEST(ReferencesTest, NumberOfANoteInsideANoteIsTheOnePrinted) {
  compose::Inline inner = testing::Note({Words("inner words")});
  std::get<compose::Note>(inner.value).anchor = "inner";
  compose::Inline outer = testing::Note({Words("outer words"), inner});
  const Pages pages =
      Set({Paragraph({Words("one"), outer, Words(" two"), testing::Note({Words("second")}),
                      Words(", note "), NumberOf("inner")})});
  const std::string text = PrintPage(pages.pages[0]);
  EXPECT_TRUE(Contains(text, "note 3")) << text;
  EXPECT_TRUE(Contains(text, "³  inner words")) << text;
}

TEST(ReferencesTest, NotesStandAtTheEndInOrder) {
  compose::Document document;
  document.notes = compose::NotePlacement::kEnd;
  document.blocks = {Paragraph({Words("one"), testing::Note({Words("first note")})}),
                     {compose::Endnotes{}},
                     Paragraph({Words("two"), testing::Note({Words("second note")})}),
                     Paragraph({Words("three"), testing::Note({Words("third note")})})};
  EXPECT_EQ(PrintPage(Set(document).pages[0]),
            "one¹\n¹  first note\ntwo²\nthree³\n²  second note\n³  third note\n");
}

TEST(ReferencesTest, LetterheadStandsFirst) {
  compose::Document document;
  compose::Block sender = Paragraph("Sender");
  std::get<compose::Paragraph>(sender.value).style = compose::ParagraphStyle::kRight;
  document.letterhead = {sender};
  document.blocks = {Paragraph("words")};
  const Pages pages = Set(document);
  EXPECT_EQ(PrintPage(pages.pages[0]), "Sender\nwords\n");
  EXPECT_GT(pages.pages[0].runs[0].x, Length::FromMillimetres(150));
}

TEST(ReferencesTest, MarginNumberStandsOutsideTheMeasure) {
  compose::Block numbered = Numbered("12", {Words(Filler(30, 3))});
  std::get<compose::Paragraph>(numbered.value).style = compose::ParagraphStyle::kMarginNumber;
  const Pages pages = Set({numbered});
  const Length left = Length::FromMillimetres(30);
  for (const GlyphRun& run : pages.pages[0].runs) {
    EXPECT_EQ(run.x < left, run.text == "12 ") << run.text;
  }
}

TEST(ReferencesTest, FigureKeepsItsCaption) {
  for (int lines = 24; lines < 30; ++lines) {
    compose::Figure figure;
    figure.label = "Figure 3";
    figure.anchor = "figure";
    figure.caption = {Words("The quay in the north")};
    figure.image.width = 400;
    figure.image.height = 400;
    figure.image.rgb = std::make_shared<const std::string>(400 * 400, 'x');
    std::vector<compose::Block> blocks = {Paragraph({Words("see "), NumberOf("figure")})};
    for (int i = 0; i < lines; ++i) {
      blocks.push_back(Paragraph("line"));
    }
    blocks.push_back({std::move(figure)});
    const Pages pages = Set(std::move(blocks));
    EXPECT_TRUE(Contains(PrintPage(pages.pages[0]), "see 3"));
    int seen = 0;
    for (const Page& page : pages.pages) {
      const bool caption = Contains(PrintPage(page), "Figure 3. The quay in the north");
      EXPECT_EQ(caption, !page.images.empty());
      seen += caption ? 1 : 0;
    }
    EXPECT_EQ(seen, 1);
  }
}

}  // namespace
}  // namespace dossier::paginate
