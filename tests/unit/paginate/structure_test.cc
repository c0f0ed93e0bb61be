// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "compiler/paginate/paginate.h"
#include "tests/support/typesetting.h"

namespace dossier::paginate {
namespace {

using testing::Cell;
using testing::Filler;
using testing::Heading;
using testing::LinkTo;
using testing::Note;
using testing::Paragraph;
using testing::Words;

Pages Make(std::vector<compose::Block> blocks) {
  compose::Document document;
  document.running = {.left = "Left", .right = "Right", .draft_mark = "Draft", .page_of = "{0}/{1}"};
  document.blocks = std::move(blocks);
  diagnostics::Sink sink;
  return Paginate(document, testing::InstalledFonts(), {}, sink);
}

/// The path of an element from below the document: "Table/TBody/TR/TD/P".
std::string PathOf(const Pages& pages, int element) {
  std::string path;
  while (element > 0) {
    const structure::Element& at = pages.structure.elements[static_cast<std::size_t>(element)];
    path = std::string(structure::StandardName(at)) + (path.empty() ? "" : "/") + path;
    element = at.parent;
  }
  return path;
}

/// One line for each mark: its path and its words.
std::vector<std::string> Marks(const Pages& pages) {
  std::vector<std::string> lines;
  for (const Page& page : pages.pages) {
    std::vector<std::string> words(page.marks.size());
    for (const GlyphRun& run : page.runs) {
      if (run.marked.mark >= 0) words[static_cast<std::size_t>(run.marked.mark)] += run.text;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      lines.push_back(PathOf(pages, page.marks[i]) + ": " + words[i]);
    }
  }
  return lines;
}

TEST(StructureTest, EveryBlockIsWhatItIs) {
  compose::List list{{{"(a)", {Paragraph("one")}}, {"(b)", {Paragraph("two")}}}};
  compose::Table table;
  table.widths = {1, 1};
  table.head = {{{Cell("Date"), Cell("Event")}}};
  table.rows = {{{Cell("May"), Cell("March")}}, {{Cell("June")}}};
  table.caption = "Events";
  const Pages pages = Make({Heading(1, "1", "Head", "h"), Paragraph({Words("See"), LinkTo("h", {Words("there")})}),
                            {list}, {table}, {compose::Quotation{{Paragraph("said")}}}});
  EXPECT_EQ(Marks(pages),
            (std::vector<std::string>{"H1: 1 Head", "P: See", "P/Link: there", "L/LI/LBody/P: one", "L/LI/Lbl: (a) ",
                                      "L/LI/LBody/P: two", "L/LI/Lbl: (b) ", "Table/Caption: Events",
                                      "Table/THead/TR/TH/P: Date", "Table/THead/TR/TH/P: Event",
                                      "Table/TBody/TR/TD/P: May", "Table/TBody/TR/TD/P: March",
                                      "Table/TBody/TR/TD/P: June", "BlockQuote/P: said"}));
}

TEST(StructureTest, ShortRowsAreFilledUp) {
  compose::Table table;
  table.widths = {1, 1, 1};
  table.rows = {{{Cell("a"), Cell("b"), Cell("c")}}, {{Cell("d")}}};
  const Pages pages = Make({{table}});
  std::map<int, int> columns;
  for (const structure::Element& element : pages.structure.elements) {
    if (element.role == structure::Role::kTableCell) columns[element.parent] += element.columns;
  }
  ASSERT_EQ(columns.size(), 2u);
  for (const auto& [row, count] : columns) EXPECT_EQ(count, 3);
}

TEST(StructureTest, NoteStandsBehindItsParagraph) {
  const Pages pages = Make({Paragraph({Words("word"), Note({Words("why")}), Words(" more")}), Paragraph("next")});
  EXPECT_EQ(Marks(pages), (std::vector<std::string>{"P: word", "P/Reference/Link: ¹", "P:  more", "P: next",
                                                    "Note/P: why", "Note/Lbl/Link: ¹ "}));
  std::vector<std::string> order;
  for (std::size_t i = 1; i < pages.structure.elements.size(); ++i) {
    if (pages.structure.elements[i].parent == 0) {
      order.emplace_back(structure::StandardName(pages.structure.elements[i]));
    }
  }
  EXPECT_EQ(order, (std::vector<std::string>{"P", "Note", "P"}));
  ASSERT_EQ(pages.links.size(), 2u);
  for (const LinkArea& link : pages.links) {
    EXPECT_EQ(pages.structure.elements[static_cast<std::size_t>(link.element)].role, structure::Role::kLink);
    EXPECT_EQ(link.words, "1");
  }
}

TEST(StructureTest, WordsInAnotherLanguageAreASpan) {
  compose::TextRun foreign;
  foreign.text = "слова";
  foreign.language = "ru";
  const Pages pages = Make({Paragraph({Words("some "), {foreign}, Words(" here")})});
  EXPECT_EQ(Marks(pages), (std::vector<std::string>{"P: some ", "P/Span: слова", "P:  here"}));
  EXPECT_EQ(pages.structure.elements.back().language, "ru");
}

TEST(StructureTest, PartsOfOneElementOnTwoPagesHaveTheirOwnMarks) {
  const Pages pages = Make({Paragraph(Filler(900, 7))});
  ASSERT_GE(pages.pages.size(), 2u);
  for (const Page& page : pages.pages) EXPECT_EQ(page.marks, (std::vector<int>{1}));
}

TEST(StructureTest, RepeatedHeadsAndRunningHeadsAreArtifacts) {
  compose::Table table;
  table.widths = {1};
  table.head = {{{Cell("Titles")}}};
  for (int i = 0; i < 90; ++i) table.rows.push_back({{Cell("row " + std::to_string(i))}});
  const Pages pages = Make({{table}});
  ASSERT_GE(pages.pages.size(), 2u);
  std::set<Artifact> kinds;
  int titles = 0;
  for (const Page& page : pages.pages) {
    for (const GlyphRun& run : page.runs) {
      if (run.marked.mark < 0) kinds.insert(run.marked.artifact);
      titles += run.text == "Titles" && run.marked.mark >= 0 ? 1 : 0;
    }
  }
  EXPECT_EQ(titles, 1);
  EXPECT_EQ(kinds, (std::set<Artifact>{Artifact::kHead, Artifact::kFoot, Artifact::kRepeated}));
}

TEST(StructureTest, MarksOfAPageAreUsedByOneStretchEach) {
  diagnostics::Sink sink;
  const Pages pages = Paginate(testing::SampleBrief(), testing::InstalledFonts(), {}, sink);
  for (const Page& page : pages.pages) {
    std::set<int> closed;
    int open = -1;
    for (const GlyphRun& run : page.runs) {
      if (run.marked.mark == open) continue;
      closed.insert(open);
      open = run.marked.mark;
      EXPECT_TRUE(open < 0 || !closed.contains(open)) << run.text;
    }
  }
}

TEST(StructureTest, PictureSaysWhatItShowsOrIsDecoration) {
  compose::Image image{.width = 2, .height = 1, .rgb = std::make_shared<const std::string>(6, '\x7F'), .dots_per_inch = 72, .alternative = ""};
  compose::Image described = image;
  described.alternative = "A seal";
  const Pages pages = Make({{image}, {described}});
  const Page& page = pages.pages.front();
  ASSERT_EQ(page.images.size(), 2u);
  EXPECT_EQ(page.images[0].marked.mark, -1);
  ASSERT_EQ(page.images[1].marked.mark, 0);
  const int element = page.marks.at(0);
  EXPECT_EQ(pages.structure.elements[static_cast<std::size_t>(element)].alternative, "A seal");
  EXPECT_EQ(pages.figures.at(element).left, page.images[1].box.left);
}

}  // namespace
}  // namespace dossier::paginate
