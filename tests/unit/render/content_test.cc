// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/content.h"

#include <gtest/gtest.h>

#include "tests/support/typesetting.h"

namespace dossier::render {
namespace {

paginate::GlyphRun::Glyph GlyphOf(std::uint32_t id, int advance, std::uint32_t cluster) {
  paginate::GlyphRun::Glyph glyph;
  glyph.id = id;
  glyph.advance = advance;
  glyph.cluster = cluster;
  return glyph;
}

class ContentTest : public ::testing::Test {
 protected:
  std::string Draw(const paginate::Page& page, const structure::Tree* tree = nullptr) {
    FontUses uses;
    for (const paginate::GlyphRun& run : page.runs) {
      Collect(run, testing::InstalledFonts(), uses);
    }
    EXPECT_TRUE(CutFonts(testing::InstalledFonts(), uses).ok());
    width_ = uses.empty() ? 0 : uses[0].widths[1];
    return ContentOf(page, tree, uses, [](const paginate::PlacedImage&) { return "X7"; });
  }

  static paginate::GlyphRun TwoGlyphs(int first_advance, int second_advance) {
    paginate::GlyphRun run;
    run.size = Length::FromPoints(11);
    run.x = Length::FromRaw(72500);
    run.y = Length::FromRaw(-250);
    run.text = "ab";
    run.glyphs = {GlyphOf(60, first_advance, 0), GlyphOf(61, second_advance, 1)};
    return run;
  }

  int width_ = 0;
};

TEST_F(ContentTest, EmptyPageHasNoOperators) { EXPECT_EQ(Draw({}), ""); }

TEST_F(ContentTest, EverythingIsMarkedOnce) {
  structure::Tree tree{{{.role = structure::Role::kDocument},
                        {.role = structure::Role::kHeading, .level = 2},
                        {.role = structure::Role::kFigure}}};
  paginate::Page page;
  page.marks = {1, 2};
  page.runs = {TwoGlyphs(0, 0), TwoGlyphs(0, 0), TwoGlyphs(0, 0)};
  page.runs[0].marked.artifact = paginate::Artifact::kHead;
  page.runs[1].marked.mark = page.runs[2].marked.mark = 0;
  page.lines.push_back({{}, {}, {}, {}, Length::FromRaw(400)});
  page.images.push_back({.box = {}, .rgb = {}, .marked = {.mark = 1}});
  std::string drawn = Draw(page, &tree);
  std::string marks;
  for (std::size_t at = 0; at < drawn.size();) {
    const std::size_t end = drawn.find('\n', at);
    const std::string line = drawn.substr(at, end - at);
    if (line.ends_with("BDC") || line == "EMC" || line == "BT" || line == "ET") marks += line + "|";
    for (const char* what : {"Do Q", "l S", "TJ"}) marks += line.ends_with(what) ? std::string(what) + "|" : "";
    at = end + 1;
  }
  EXPECT_EQ(marks,
            "/Figure<</MCID 1>>BDC|Do Q|EMC|/Artifact<</Type/Layout>>BDC|l S|EMC|BT|"
            "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC|TJ|EMC|"
            "/H2<</MCID 0>>BDC|TJ|TJ|EMC|ET|");
}

TEST_F(ContentTest, NumbersAreExactDecimals) {
  paginate::Page page;
  page.lines.push_back({Length::FromRaw(1), Length::FromRaw(-20), Length::FromRaw(300),
                        Length::FromRaw(4005000), Length::FromRaw(400)});
  EXPECT_EQ(Draw(page), "0.4 w\n0.001 -0.02 m 0.3 4005 l S\n");
}

TEST_F(ContentTest, AdvanceOfTheFontNeedsNoAdjustment) {
  paginate::Page page;
  page.runs = {TwoGlyphs(0, 0)};
  Draw(page);
  // 2048 units an em; the declared width is rounded to a thousandth.
  page.runs = {TwoGlyphs(width_ * 2048 / 1000, 0)};
  EXPECT_EQ(Draw(page), "BT\n/F0 11 Tf\n1 0 0 1 72.5 -0.25 Tm\n[<00010002>]TJ\nET\n");
}

TEST_F(ContentTest, OtherAdvancesAreAdjusted) {
  paginate::Page page;
  page.runs = {TwoGlyphs(2048, 0)};
  const std::string content = Draw(page);
  const std::string expected = "[<0001>" + std::to_string(width_ - 1000) + "<0002>]TJ";
  EXPECT_NE(content.find(expected), std::string::npos) << content;
}

TEST_F(ContentTest, RaisedAccentIsRaisedAndLoweredAgain) {
  paginate::Page page;
  paginate::GlyphRun run = TwoGlyphs(0, 0);
  run.glyphs[1].y_offset = 1024;
  run.glyphs[1].x_offset = -512;
  page.runs = {run};
  const std::string content = Draw(page);
  EXPECT_NE(content.find("5.5 Ts\n"), std::string::npos) << content;
  EXPECT_NE(content.find("0 Ts\n"), std::string::npos) << content;
}

TEST_F(ContentTest, SecondTextOfAGlyphIsActualText) {
  paginate::Page page;
  paginate::GlyphRun run = TwoGlyphs(0, 0);
  run.glyphs[1].id = 60;
  page.runs = {run};
  const std::string content = Draw(page);
  EXPECT_NE(content.find("/Span<</ActualText<FEFF0062>>>BDC\n"), std::string::npos) << content;
  EXPECT_NE(content.find("EMC\n"), std::string::npos);
}

TEST_F(ContentTest, ColourIsSetAndTakenBack) {
  paginate::Page page;
  page.runs = {TwoGlyphs(0, 0), TwoGlyphs(0, 0)};
  page.runs[0].rgb = 0xFF0000;
  const std::string content = Draw(page);
  EXPECT_LT(content.find("1 0 0 rg"), content.find("0 0 0 rg"));
}

TEST_F(ContentTest, ImageFillsItsBox) {
  paginate::Page page;
  page.images.push_back({{Length::FromPoints(10), Length::FromPoints(20), Length::FromPoints(110),
                          Length::FromPoints(70)},
                         2,
                         1,
                         std::make_shared<const std::string>(6, 'x')});
  EXPECT_EQ(Draw(page), "q 100 0 0 50 10 20 cm /X7 Do Q\n");
}

}  // namespace
}  // namespace dossier::render
