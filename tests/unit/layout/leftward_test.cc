// SPDX-License-Identifier: GPL-3.0-or-later
// Words that run to the left: in a line of others, in paragraphs of their own, with numbers and
// brackets inside.
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/layout/layout.h"
#include "tests/support/typesetting.h"

namespace dossier::layout {
namespace {

class LeftwardTest : public ::testing::Test {
 protected:
  const std::vector<Slab>& Set(compose::Block block, std::string_view language = "en") {
    laid_ = SetBlock(block, {tools_, numbers_, headings_, 1, {}, language, false}).block;
    return laid_.slabs;
  }

  diagnostics::Sink sink_;
  Findings findings_{sink_};
  fonts::Shaper shaper_{testing::InstalledFonts()};
  text::LineBreaker breaker_;
  Tools tools_{shaper_, breaker_, findings_};
  PageNumbers numbers_;
  std::vector<HeadingEntry> headings_;
  LaidBlock laid_;
};

compose::Inline In(std::string language, std::string text) {
  compose::TextRun run;
  run.text = std::move(text);
  run.language = std::move(language);
  return {std::move(run)};
}

/// The runs from left to right, spaces left out.
std::vector<std::string> FromLeft(const Slab& slab) {
  std::vector<const Run*> runs;
  for (const layout::Run& run : slab.runs) {
    if (run.text.find_first_not_of(' ') != std::string::npos) runs.push_back(&run);
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const layout::Run* a, const layout::Run* b) { return a->x < b->x; });
  std::vector<std::string> texts;
  for (const layout::Run* run : runs) texts.push_back(run->text);
  return texts;
}

TEST_F(LeftwardTest, ANameStandsInALatinLineFromRightToLeft) {
  const auto& lines = Set(testing::Paragraph(
      {testing::Words("from "), In("prs", "گلشن رحیمی"), testing::Words(", 12")}));
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(FromLeft(lines[0]), (std::vector<std::string>{"from ", "رحیمی", "گلشن", ", 12"}));
}

TEST_F(LeftwardTest, BracketsTurnWithTheirWords) {
  const auto& lines = Set(testing::Paragraph({In("ar", "(سلام)")}));
  ASSERT_EQ(FromLeft(lines[0]), (std::vector<std::string>{")", "سلام", "("}));
  const fonts::ShapedWord& left = shaper_.Shape(fonts::Style::kRegular, "(");
  for (const layout::Run& run : lines[0].runs) {
    if (run.text == ")") {
      EXPECT_EQ(run.glyphs.front().id, left.pieces.front().glyphs.front().id)
          << "what closes stands on the left and looks as if it opened";
    }
  }
}

TEST_F(LeftwardTest, NumbersRunToTheRightInAnyDigits) {
  for (const char* number : {"1400", "۱۴۰۰", "٢٠٣١"}) {
    const auto& lines =
        Set(testing::Paragraph({In("prs", std::string("سال ") + number + " هجری")}));
    const std::vector<std::string> texts = FromLeft(lines[0]);
    EXPECT_EQ(texts, (std::vector<std::string>{"هجری", number, "سال"}));
    for (const layout::Run& run : lines[0].runs) {
      if (run.text != number) continue;
      EXPECT_TRUE(
          std::is_sorted(run.glyphs.begin(), run.glyphs.end(),
                         [](const auto& a, const auto& b) { return a.cluster < b.cluster; }));
    }
  }
}

TEST_F(LeftwardTest, AParagraphOfItsLanguageBeginsAtTheRightEdge) {
  compose::Block block = testing::Paragraph({testing::Words("سلام دنیا")});
  std::get<compose::Paragraph>(block.value).language = "fa";
  const auto& lines = Set(block);
  EXPECT_EQ(lines[0].right_end, tools_.page.text_width());
  EXPECT_EQ(FromLeft(lines[0]), (std::vector<std::string>{"دنیا", "سلام"}));
}

TEST_F(LeftwardTest, TitlesAndCaptionsRunAsTheirDocument) {
  const std::vector<std::string> leftward = {"گزارش", "Annex"};
  for (const auto style : {compose::ParagraphStyle::kTitle, compose::ParagraphStyle::kSubtitle}) {
    compose::Block title = testing::Paragraph({testing::Words("Annex گزارش")});
    std::get<compose::Paragraph>(title.value).style = style;
    EXPECT_EQ(FromLeft(Set(title, "fa")[0]), leftward);
  }
  compose::Table table;
  table.caption = "Annex گزارش";
  table.rows.emplace_back().cells.push_back(testing::Cell("1"));
  EXPECT_EQ(FromLeft(Set({table}, "fa")[0]), leftward);
  compose::Image lost;
  lost.alternative = "Annex گزارش";
  EXPECT_EQ(FromLeft(Set({lost}, "fa")[0]), leftward);
  EXPECT_EQ(FromLeft(Set({compose::SignatureBlock{.content = {}, .caption = "Annex گزارش"}}, "fa")[0]), leftward);
}

TEST_F(LeftwardTest, EveryLetterHasItsFontAndItsPlace) {
  (void)Set(testing::Paragraph({In("prs",
                                   "پژوهش گلشن آلو ئؤإأة ۱۲۳۴۵۶۷۸۹۰ «هیچ»؛ می‌رود، "
                                   "لا")}));
  EXPECT_TRUE(sink_.findings().empty());
  for (const layout::Run& run : laid_.slabs[0].runs) {
    for (const auto& glyph : run.glyphs) {
      EXPECT_LT(glyph.cluster, run.text.size());
    }
  }
}

}  // namespace
}  // namespace dossier::layout
