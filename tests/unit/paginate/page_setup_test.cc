// SPDX-License-Identifier: GPL-3.0-or-later
// Paper, margins, family and running heads as values of the document.
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/paginate/paginate.h"
#include "compiler/paginate/print.h"
#include "tests/support/typesetting.h"

namespace dossier::paginate {
namespace {

using testing::Filler;
using testing::Heading;
using testing::Paragraph;

Pages Set(const compose::Document& document, const fonts::FontSet& fonts = testing::InstalledFonts()) {
  diagnostics::Sink sink;
  Pages pages = Paginate(document, fonts, {}, sink);
  EXPECT_TRUE(sink.findings().empty());
  return pages;
}

TEST(PageSetupTest, PaperAndMarginsAreThoseOfTheDocument) {
  compose::Document document;
  document.page.width = Length::FromPoints(612);
  document.page.height = Length::FromPoints(792);
  document.page.left = Length::FromPoints(100);
  document.page.right = Length::FromPoints(50);
  document.page.top = Length::FromPoints(60);
  document.page.bottom = Length::FromPoints(200);
  document.blocks = {Paragraph(Filler(2000, 1))};
  const Pages pages = Set(document);
  EXPECT_EQ(pages.width, Length::FromPoints(612));
  EXPECT_EQ(pages.height, Length::FromPoints(792));
  ASSERT_GT(pages.pages.size(), 2u);
  Length lowest = pages.height, highest, leftmost = pages.width;
  for (const GlyphRun& run : pages.pages[1].runs) {
    lowest = std::min(lowest, run.y);
    highest = std::max(highest, run.y);
    leftmost = std::min(leftmost, run.x);
  }
  EXPECT_EQ(leftmost, Length::FromPoints(100));
  EXPECT_GE(lowest, Length::FromPoints(200));
  EXPECT_LT(lowest, Length::FromPoints(216)) << "the page is full";
  EXPECT_GT(highest, Length::FromPoints(792 - 60 - 15));
}

TEST(PageSetupTest, MarginsThatLeaveNoRoomAreMadeSmaller) {
  compose::Document document;
  document.page.left = Length::FromMillimetres(500);
  document.page.right = Length::FromMillimetres(500);
  document.page.top = Length::FromMillimetres(290);
  document.page.bottom = Length::FromMillimetres(290);
  document.blocks = {Paragraph(Filler(200, 1))};
  const Pages pages = Set(document);
  EXPECT_GT(pages.pages.size(), 1u);
  for (const Page& page : pages.pages) {
    for (const GlyphRun& run : page.runs) {
      EXPECT_GT(run.x, Length());
      EXPECT_LT(run.x, pages.width);
      EXPECT_GT(run.y, Length());
      EXPECT_LT(run.y, pages.height);
    }
  }
}

TEST(PageSetupTest, EveryFamilySetsTheSameWords) {
  compose::Document document;
  document.blocks = {Paragraph("Ąžuolas, объём, Қазақстан, № 5, § 4")};
  const std::string text = PrintPage(Set(document).pages[0]);
  for (const std::string_view family : fonts::Families()) {
    const fonts::FontSet fonts = testing::InstalledFonts(family);
    const Pages pages = Set(document, fonts);
    EXPECT_EQ(PrintPage(pages.pages[0]), text) << family;
    for (const GlyphRun& run : pages.pages[0].runs) {
      EXPECT_LT(run.font, 4) << "in the text family: " << run.text;
    }
  }
}

TEST(PageSetupTest, HeadShowsTheSectionAtHand) {
  compose::Document document;
  document.running.left = "Title";
  document.page.section_in_head = true;
  document.blocks = {Paragraph("preface"), {compose::PageBreak{}}, Paragraph("more preface")};
  for (int section = 1; section <= 3; ++section) {
    compose::Block heading = Heading(1, std::to_string(section), "A long heading", "s" + std::to_string(section));
    auto& value = std::get<compose::Heading>(heading.value);
    value.page_break_before = section != 3;
    value.running = section == 2 ? "Short" : "";
    document.blocks.push_back(heading);
    document.blocks.push_back(Heading(2, "", "Below", "b" + std::to_string(section)));
    document.blocks.push_back(Paragraph(Filler(section == 1 ? 900 : 30, 4)));
  }
  const Pages pages = Set(document);
  ASSERT_EQ(pages.pages.size(), 5u);
  const auto head = [&](std::size_t page) {
    const std::string text = PrintPage(pages.pages[page]);
    return text.substr(0, text.find('\n'));
  };
  EXPECT_EQ(head(1), "more preface") << "no section yet, so no head";
  EXPECT_EQ(head(2), "1 A long heading");
  EXPECT_EQ(head(3), "1 A long heading");
  EXPECT_EQ(head(4), "Short") << "the first of two that begin on the page";
}

}  // namespace
}  // namespace dossier::paginate
