// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/render.h"

#include <gtest/gtest.h>

#include "compiler/paginate/paginate.h"
#include "tests/support/typesetting.h"

namespace dossier::render {
namespace {

std::size_t Count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

paginate::Pages Sample() {
  diagnostics::Sink sink;
  return paginate::Paginate(testing::SampleBrief(), testing::InstalledFonts(), {}, sink);
}

Rendered Draw(const RenderInput& input) {
  Result<Rendered> rendered = Render(input, testing::InstalledFonts());
  EXPECT_TRUE(rendered.ok()) << (rendered.ok() ? "" : rendered.failure().reason);
  return std::move(rendered).value();
}

TEST(RenderTest, BriefThenStampsThenSignature) {
  const paginate::Pages pages = Sample();
  RenderInput input;
  input.brief = &pages;
  input.stamps = {{"A-1 · page 1 of 2", "9 / 10"}, {"A-1 · page 2 of 2", "10 / 10"}};
  input.signature = {Length::FromPoints(240), Length::FromPoints(46), {"Name", "Capacity"}};
  input.compress = false;
  const Rendered rendered = Draw(input);
  EXPECT_EQ(rendered.brief_pages, static_cast<int>(pages.pages.size()));
  EXPECT_EQ(rendered.first_stamp, rendered.brief_pages);
  EXPECT_EQ(rendered.signature_page, rendered.brief_pages + 2);
  EXPECT_EQ(Count(rendered.pdf, "/Type /Page\n"), pages.pages.size() + 3);
  EXPECT_EQ(Count(rendered.pdf, "[ 0 0 595 24 ]"), 2u);
  EXPECT_EQ(Count(rendered.pdf, "[ 0 0 240 46 ]"), 1u);
}

TEST(RenderTest, FontsNeedNoRepair) {
  const paginate::Pages pages = Sample();
  RenderInput input;
  input.brief = &pages;
  input.compress = false;
  const Rendered rendered = Draw(input);
  const std::size_t fonts = rendered.fonts.size();
  EXPECT_GE(fonts, 3u);
  for (const char* part : {"/Subtype /CIDFontType2", "/CIDToGIDMap /Identity", "/CapHeight",
                           "/Encoding /Identity-H", "/FontFile2", "/ToUnicode"}) {
    EXPECT_EQ(Count(rendered.pdf, part), fonts) << part;
  }
  for (const char* part : {"/DW2", "/CreationDate", "/ModDate", "/CIDSet"}) {
    EXPECT_EQ(Count(rendered.pdf, part), 0u) << part;
  }
  EXPECT_EQ(Count(rendered.pdf, "begincidrange"), 0u);
}

TEST(RenderTest, EqualInputGivesEqualBytes) {
  const paginate::Pages pages = Sample();
  RenderInput input;
  input.brief = &pages;
  input.stamps.assign(40, {"A-1", "1 / 2"});
  EXPECT_EQ(Draw(input).pdf, Draw(input).pdf);
}

TEST(RenderTest, EmptyBriefIsStillAFile) {
  paginate::Pages pages;
  pages.width = Length::FromMillimetres(210);
  pages.height = Length::FromMillimetres(297);
  pages.pages.resize(1);
  RenderInput input;
  input.brief = &pages;
  const Rendered rendered = Draw(input);
  EXPECT_EQ(rendered.pdf.substr(0, 5), "%PDF-");
  EXPECT_TRUE(rendered.fonts.empty());
}

TEST(RenderTest, MorePagesThanOneNodeOfTheTreeHolds) {
  paginate::Pages pages;
  pages.width = Length::FromPoints(100);
  pages.height = Length::FromPoints(100);
  pages.pages.resize(9000);
  RenderInput input;
  input.brief = &pages;
  input.compress = false;
  EXPECT_EQ(Count(Draw(input).pdf, "/Type /Page\n"), 9000u);
}

TEST(RenderTest, SharedImageIsStoredOnce) {
  paginate::Pages pages;
  pages.width = Length::FromPoints(200);
  pages.height = Length::FromPoints(200);
  pages.pages.resize(2);
  const auto rgb = std::make_shared<const std::string>(12, '\x7F');
  for (paginate::Page& page : pages.pages) {
    page.images.push_back(
        {{Length(), Length(), Length::FromPoints(20), Length::FromPoints(20)}, 2, 2, rgb});
  }
  RenderInput input;
  input.brief = &pages;
  input.compress = false;
  EXPECT_EQ(Count(Draw(input).pdf, "/Subtype /Image"), 1u);
}

TEST(RenderTest, PageOfImpossibleSizeIsAFailure) {
  paginate::Pages pages;
  pages.width = Length::FromPoints(900000);
  pages.height = Length::FromPoints(10);
  pages.pages.resize(1);
  RenderInput input;
  input.brief = &pages;
  const Result<Rendered> rendered = Render(input, testing::InstalledFonts());
  ASSERT_FALSE(rendered.ok());
  EXPECT_NE(rendered.failure().reason.find("libharu"), std::string::npos);
}

TEST(RenderTest, LongStampShrinksInsteadOfRunningIntoTheNumber) {
  paginate::Pages pages;
  pages.width = pages.height = Length::FromPoints(100);
  pages.pages.resize(1);
  RenderInput input;
  input.brief = &pages;
  input.stamps = {{testing::Filler(60, 1), "1 / 2"}};
  input.compress = false;
  const Rendered rendered = Draw(input);
  EXPECT_EQ(Count(rendered.pdf, "/F0 8.5 Tf"), 1u);
  EXPECT_EQ(Count(rendered.pdf, " Tf\n"), 2u);
}

}  // namespace
}  // namespace dossier::render
