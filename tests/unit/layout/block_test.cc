// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/layout/layout.h"
#include "tests/support/typesetting.h"

namespace dossier::layout {
namespace {

using testing::Cell;
using testing::Filler;
using testing::Words;

class BlockTest : public ::testing::Test {
 protected:
  LaidBlock Set(const compose::Block& block) {
    const BlockContext context{tools_, numbers_, headings_, 1, {}};
    return SetBlock(block, context).block;
  }

  diagnostics::Sink sink_;
  Findings findings_{sink_};
  fonts::Shaper shaper_{testing::InstalledFonts()};
  text::LineBreaker breaker_;
  Tools tools_{shaper_, breaker_, findings_};
  PageNumbers numbers_;
  std::vector<HeadingEntry> headings_;
};

const Length kTextWidth = MeasureOf({}).text_width();

std::string TextOf(const Slab& slab) {
  std::string text;
  for (const layout::Run& run : slab.runs) {
    text += run.text + "|";
  }
  return text;
}

TEST_F(BlockTest, FirstAndLastTwoLinesStayTogether) {
  const LaidBlock laid = Set(testing::Paragraph(Filler(90, 5)));
  ASSERT_GE(laid.slabs.size(), 5u);
  EXPECT_TRUE(laid.slabs.front().keep_with_next);
  EXPECT_FALSE(laid.slabs[1].keep_with_next);
  EXPECT_TRUE(laid.slabs[laid.slabs.size() - 2].keep_with_next);
  EXPECT_FALSE(laid.slabs.back().keep_with_next);
}

TEST_F(BlockTest, HeadingsKeepWithWhatFollows) {
  const LaidBlock laid = Set(testing::Heading(1, "1", Filler(30, 2), "h"));
  ASSERT_GE(laid.slabs.size(), 2u);
  for (const Slab& slab : laid.slabs) {
    EXPECT_TRUE(slab.keep_with_next);
  }
  ASSERT_EQ(laid.slabs.front().anchors.size(), 1u);
  EXPECT_EQ(laid.slabs.front().anchors[0].name, "h");
}

TEST_F(BlockTest, NumberHangsBesideTheFirstLine) {
  const LaidBlock laid = Set(testing::Numbered("12.", {Words(Filler(40, 3))}));
  bool label = false;
  for (const layout::Run& run : laid.slabs.front().runs) {
    label = label || (run.text == "12. " && run.x == Length());
    EXPECT_TRUE(run.text == "12. " || run.x >= measure::kHangingLabel) << run.text;
  }
  EXPECT_TRUE(label);
  EXPECT_EQ(laid.slabs[1].runs.front().x, measure::kHangingLabel);
}

TEST_F(BlockTest, EmptyParagraphGivesNothingUnlessItIsAnAnchor) {
  EXPECT_TRUE(Set(testing::Paragraph("")).slabs.empty());
  compose::Paragraph anchored;
  anchored.anchor = "here";
  const LaidBlock laid = Set({anchored});
  ASSERT_EQ(laid.slabs.size(), 1u);
  EXPECT_EQ(laid.slabs[0].anchors.at(0).name, "here");
}

TEST_F(BlockTest, ShortRowIsOneSlab) {
  compose::Table table;
  table.widths = {1, 3};
  table.head = {{{Cell("A"), Cell("B")}, {}}};
  table.rows = {{{Cell("one"), Cell(Filler(30, 4))}, "row"}};
  const LaidBlock laid = Set({table});
  ASSERT_EQ(laid.slabs.size(), 2u);
  EXPECT_TRUE(laid.slabs[0].keep_with_next);
  EXPECT_EQ(laid.slabs[1].table, 0);
  ASSERT_EQ(laid.tables.size(), 1u);
  EXPECT_EQ(TextOf(laid.tables[0].at(0)), "A|B|");
}

TEST_F(BlockTest, TallRowIsCutBetweenLinesAndLosesNothing) {
  compose::Table table;
  table.widths = {1, 1};
  compose::TableCell left = Cell("start");
  left.content.push_back(testing::Paragraph(Filler(300, 4)));
  table.rows = {{{left, Cell(Filler(500, 9))}, "row"}};
  const LaidBlock laid = Set({table});
  ASSERT_GT(laid.slabs.size(), 20u);
  std::size_t words = 0;
  for (const Slab& slab : laid.slabs) {
    EXPECT_LT(slab.height, Length::FromPoints(40));
    for (const layout::Run& run : slab.runs) {
      const bool broken = run.text.ends_with(' ');  // the line goes on in the next slab
      words += (broken ? 0u : 1u) +
               static_cast<std::size_t>(std::count(run.text.begin(), run.text.end(), ' '));
    }
  }
  EXPECT_EQ(words, 801u);
}

TEST_F(BlockTest, ATitleRowStaysWithTheRowBelow) {
  compose::Table table;
  table.widths = {1, 1};
  for (int i = 0; i < 40; ++i) {
    table.rows.push_back({{Cell("a"), Cell("b")}, ""});
  }
  table.rows[20].keep_with_next = true;
  const LaidBlock laid = Set({table});
  ASSERT_EQ(laid.slabs.size(), 40u);
  EXPECT_FALSE(laid.slabs[19].keep_with_next);
  EXPECT_TRUE(laid.slabs[20].keep_with_next);
}

TEST_F(BlockTest, HeadTallerThanAPageIsCutToo) {
  compose::Table table;
  table.head = {{{Cell(Filler(1500, 2))}, {}}};
  table.rows = {{{Cell("row")}, {}}};
  for (const Slab& slab : Set({table}).slabs) {
    EXPECT_LT(slab.height, Length::FromPoints(40));
  }
}

TEST_F(BlockTest, TableWithoutHeadHasARuleAbove) {
  compose::Table table;
  table.rows = {{{Cell("one")}, {}}, {{Cell("two")}, {}}};
  const LaidBlock laid = Set({table});
  EXPECT_EQ(laid.slabs.at(0).strokes.size(), 2u);
  EXPECT_EQ(laid.slabs.at(1).strokes.size(), 1u);
}

TEST_F(BlockTest, ListsUnderANumberedParagraphAreIndented) {
  compose::List list;
  list.items.push_back({"-", {testing::Paragraph("item")}});
  const SetResult numbered =
      SetBlock(testing::Numbered("1.", {Words("text")}), {tools_, numbers_, headings_, 1, {}});
  EXPECT_TRUE(numbered.after.hanging);
  const SetResult after = SetBlock({list}, {tools_, numbers_, headings_, 1, numbered.after});
  EXPECT_TRUE(after.after.hanging);
  for (const layout::Run& run : after.block.slabs.at(0).runs) {
    EXPECT_GE(run.x, measure::kHangingLabel);
  }
  const SetResult body = SetBlock(testing::Paragraph("text"),
                                  {tools_, numbers_, headings_, 1, after.after});
  EXPECT_FALSE(body.after.hanging);
}

TEST_F(BlockTest, CellsMayBeFewerOrMoreThanColumns) {
  compose::Table table;
  table.widths = {1, 0, -4};
  compose::TableCell wide = Cell("wide");
  wide.columns = 9;
  table.rows = {{{}, ""}, {{wide, Cell("beyond")}, ""}, {{Cell("a")}, ""}};
  const LaidBlock laid = Set({table});
  EXPECT_EQ(laid.slabs.size(), 3u);
  for (const Slab& slab : laid.slabs) {
    for (const layout::Run& run : slab.runs) {
      EXPECT_LE(run.x, kTextWidth);
    }
  }
}

TEST_F(BlockTest, ImageIsScaledToTheMeasureAndKeepsItsShape) {
  compose::Image image;
  image.width = 4000;
  image.height = 1000;
  image.rgb = std::make_shared<const std::string>(12000000, '\x40');
  const LaidBlock laid = Set({image});
  ASSERT_EQ(laid.slabs.size(), 1u);
  const Picture& picture = laid.slabs[0].pictures.at(0);
  EXPECT_EQ(picture.width, kTextWidth);
  EXPECT_EQ(picture.height, kTextWidth / 4);
}

TEST_F(BlockTest, BrokenImageShowsItsText) {
  compose::Image image;
  image.width = 10;
  image.height = 10;
  image.rgb = std::make_shared<const std::string>("too short");
  image.alternative = "A photograph";
  const LaidBlock laid = Set({image});
  ASSERT_EQ(laid.slabs.size(), 1u);
  EXPECT_TRUE(laid.slabs[0].pictures.empty());
  EXPECT_EQ(TextOf(laid.slabs[0]), "A photograph|");
}

TEST_F(BlockTest, NotesInsideNotesAreNumberedAfterThem) {
  const compose::Inline inner = testing::Note({Words("inner")});
  const LaidBlock laid =
      Set(testing::Paragraph({Words("text"), testing::Note({Words("outer"), inner})}));
  ASSERT_EQ(laid.notes.size(), 2u);
  EXPECT_EQ(laid.notes[0].number, 1);
  EXPECT_EQ(laid.notes[0].slabs.at(0).notes, std::vector<int>{2});
}

TEST_F(BlockTest, LabelOfANoteHasTheFiguresOfItsMark) {
  const LaidBlock laid = Set(testing::Paragraph({Words("text"), testing::Note({Words("words")})}));
  ASSERT_EQ(laid.notes.size(), 1u);
  EXPECT_EQ(TextOf(laid.slabs.at(0)), "text|¹|");
  EXPECT_EQ(TextOf(laid.notes[0].slabs.at(0)), "words|¹ |");
  ASSERT_EQ(laid.notes[0].slabs[0].links.size(), 1u);
  EXPECT_EQ(laid.notes[0].slabs[0].links[0].words, "1");
}

TEST_F(BlockTest, NoLineHasSpacesOfManyTimesTheirWidth) {
  const std::int32_t natural =
      shaper_.Shape(fonts::Style::kRegular, " ").pieces.front().glyphs.front().advance;
  int stretched = 0;
  for (std::size_t letters = 5; letters < 50; ++letters) {
    const std::string text = Filler(11, 3) + " " + std::string(letters, 'w') + " " + Filler(30, 4);
    for (const Slab& slab : Set(testing::Paragraph(text)).slabs) {
      for (const layout::Run& run : slab.runs) {
        for (const fonts::ShapedGlyph& glyph : run.glyphs) {
          if (run.text[glyph.cluster] != ' ' || glyph.cluster + 1 == run.text.size()) {
            continue;
          }
          EXPECT_LE(glyph.advance, natural * 34 / 10) << letters;
          stretched += glyph.advance > natural ? 1 : 0;
        }
      }
    }
  }
  EXPECT_GT(stretched, 500) << "most lines are justified all the same";
}

TEST_F(BlockTest, AShortParagraphThatStaysWithWhatFollowsIsWhole) {
  const auto breaks = [&](int words, bool keeps) {
    compose::Block block = testing::Paragraph(Filler(words, 4));
    std::get<compose::Paragraph>(block.value).keep_with_next = keeps;
    const LaidBlock laid = Set(block);
    return std::count_if(laid.slabs.begin(), laid.slabs.end(), [](const Slab& line) { return !line.keep_with_next; });
  };
  EXPECT_EQ(breaks(60, true), 0);
  EXPECT_GT(breaks(60, false), 1) << "in the middle and behind the last line";
  EXPECT_GT(breaks(300, true), 3) << "a long one is broken";
}

TEST_F(BlockTest, DeepNestingKeepsAReadableColumn) {
  compose::Block block = testing::Paragraph(Filler(20, 1));
  for (int i = 0; i < 40; ++i) {
    compose::List list;
    list.items.push_back({"-", {block}});
    block = {list};
  }
  const LaidBlock laid = Set(block);
  for (const Slab& slab : laid.slabs) {
    for (const layout::Run& run : slab.runs) {
      EXPECT_LE(run.x, kTextWidth - measure::kNarrowest);
    }
  }
}

TEST_F(BlockTest, SignatureHasItsBox) {
  compose::SignatureBlock signature;
  signature.content = {testing::Paragraph("Aldmoor")};
  signature.caption = "Signed electronically";
  const LaidBlock laid = Set({signature});
  ASSERT_EQ(laid.slabs.size(), 2u);
  EXPECT_TRUE(laid.slabs[0].keep_with_next);
  ASSERT_EQ(laid.slabs[1].signatures.size(), 1u);
  EXPECT_GT(laid.slabs[1].signatures[0].bottom, laid.slabs[1].signatures[0].top);
}

TEST(HeadingsTest, AreFoundInOrderAndWithoutNotes) {
  compose::Heading heading;
  heading.number = "2";
  heading.anchor = "h2";
  heading.content = {Words("Title"), testing::Note({Words("note")}), Words(" end")};
  const std::vector<HeadingEntry> found =
      FindHeadings({testing::Heading(1, "1", "First", "h1"), {compose::Quotation{{{heading}}}}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "1 First");
  EXPECT_EQ(found[1].title, "2 Title end");
}

}  // namespace
}  // namespace dossier::layout
