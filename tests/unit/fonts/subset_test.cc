// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/subset.h"

#include <gtest/gtest.h>

#include "compiler/fonts/outline.h"
#include "compiler/fonts/shaper.h"
#include "tests/support/typesetting.h"

namespace dossier::fonts {
namespace {

constexpr std::string_view kLetters = "ąčęėįšųūžĄČĘĖĮŠŲŪŽёЁйЙӘәҒғҚқҢңӨөҰұҮүҺһІі½ÄöüÅéñç";

std::set<std::uint32_t> GlyphsOf(Style style, std::string_view letters) {
  Shaper shaper(testing::InstalledFonts());
  std::set<std::uint32_t> glyphs;
  for (const ShapedPiece& piece : shaper.Shape(style, letters).pieces) {
    for (const ShapedGlyph& glyph : piece.glyphs) {
      glyphs.insert(glyph.id);
    }
  }
  return glyphs;
}

void CheckOutlines(ByteView file, const std::set<std::uint32_t>& glyphs) {
  const Result<Subset> subset = MakeSubset(file, glyphs);
  ASSERT_TRUE(subset.ok());
  std::size_t drawn = 0;
  for (std::size_t i = 0; i < subset->originals.size(); ++i) {
    const std::string original = OutlineOf(file, subset->originals[i]);
    EXPECT_EQ(OutlineOf(subset->file, static_cast<std::uint32_t>(i)), original)
        << "glyph " << subset->originals[i];
    drawn += original.empty() ? 0 : 1;
  }
  EXPECT_GE(drawn, glyphs.size());
  EXPECT_LT(subset->file.size(), file.size() / 3);
}

TEST(SubsetTest, KeepsEveryOutlineOfTheTextFamily) {
  for (const Style style : {Style::kRegular, Style::kBold, Style::kItalic, Style::kBoldItalic}) {
    const FontSet& fonts = testing::InstalledFonts();
    CheckOutlines(fonts.FileOf(fonts.IndexOf(style)), GlyphsOf(style, kLetters));
  }
}

// DejaVu Sans builds 659 glyphs of parts that are built of parts themselves; a library that
// follows one level only draws "Алёна" without the dots.
TEST(SubsetTest, KeepsPartsOfParts) {
  const FontSet& fonts = testing::InstalledFonts();
  std::set<std::uint32_t> every_fifth;
  for (int glyph = 0; glyph < fonts.MetricsOf(4).glyphs; glyph += 5) {
    every_fifth.insert(static_cast<std::uint32_t>(glyph));
  }
  const Result<Subset> subset = MakeSubset(fonts.FileOf(4), every_fifth);
  ASSERT_TRUE(subset.ok());
  EXPECT_GT(subset->originals.size(), every_fifth.size());
  for (std::size_t i = 0; i < subset->originals.size(); ++i) {
    ASSERT_EQ(OutlineOf(subset->file, static_cast<std::uint32_t>(i)),
              OutlineOf(fonts.FileOf(4), subset->originals[i]));
  }
}

TEST(SubsetTest, EqualGlyphsGiveEqualBytes) {
  const FontSet& fonts = testing::InstalledFonts();
  const Result<Subset> first = MakeSubset(fonts.FileOf(0), {40, 41, 300});
  const Result<Subset> second = MakeSubset(fonts.FileOf(0), {300, 41, 40});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->file, second->file);
  EXPECT_EQ(first->originals.front(), 0u);
  EXPECT_EQ(first->advances.size(), first->originals.size());
}

TEST(SubsetTest, GlyphThatDoesNotExistIsAFailure) {
  const FontSet& fonts = testing::InstalledFonts();
  EXPECT_FALSE(MakeSubset(fonts.FileOf(0), {65000}).ok());
}

TEST(SubsetTest, CutOffFilesAreFailuresNotCrashes) {
  const ByteView file = testing::InstalledFonts().FileOf(0);
  for (std::size_t size = 0; size < 600; size += 7) {
    EXPECT_FALSE(MakeSubset(file.substr(0, size), {40}).ok());
  }
  for (std::size_t part = 1; part < 40; ++part) {
    (void)MakeSubset(file.substr(0, file.size() * part / 40), {40, 300, 900});
  }
}

TEST(OutlineTest, BlankAndUnknownGlyphsAreEmpty) {
  const ByteView file = testing::InstalledFonts().FileOf(0);
  EXPECT_EQ(OutlineOf(file, 65000), "");
  EXPECT_EQ(OutlineOf("", 1), "");
}

}  // namespace
}  // namespace dossier::fonts
