// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/shaper.h"

#include <gtest/gtest.h>

#include "tests/support/typesetting.h"

namespace dossier::fonts {
namespace {

constexpr std::string_view kLetters = "ąčęėįšųūžĄČĘĖĮŠŲŪŽёЁщыъӘәҒғҚқҢңӨөҰұҮүҺһІіўґ„“”«»–—…№§€";

TEST(ShaperTest, TextFamilyHasTheLettersOfAllCases) {
  Shaper shaper(testing::InstalledFonts());
  for (const Style style : {Style::kRegular, Style::kBold, Style::kItalic, Style::kBoldItalic}) {
    const ShapedWord& word = shaper.Shape(style, kLetters);
    EXPECT_TRUE(word.missing.empty());
    ASSERT_EQ(word.pieces.size(), 1u);
    EXPECT_EQ(word.pieces[0].font, testing::InstalledFonts().IndexOf(style));
    for (const ShapedGlyph& glyph : word.pieces[0].glyphs) {
      EXPECT_NE(glyph.id, 0u);
    }
  }
}

TEST(ShaperTest, KernsPairs) {
  Shaper shaper(testing::InstalledFonts());
  const auto width = [&](std::string_view word) {
    return shaper.Shape(Style::kRegular, word).pieces.at(0).advance;
  };
  EXPECT_LT(width("AV"), width("A") + width("V"));
}

TEST(ShaperTest, FallsBackForSigns) {
  Shaper shaper(testing::InstalledFonts());
  const ShapedWord& word = shaper.Shape(Style::kBold, "a☐b");
  EXPECT_TRUE(word.missing.empty());
  ASSERT_EQ(word.pieces.size(), 3u);
  EXPECT_EQ(word.pieces[0].font, 1);
  EXPECT_EQ(word.pieces[1].font, testing::InstalledFonts().size() - 1);
  EXPECT_EQ(word.pieces[1].begin, 1u);
  EXPECT_EQ(word.pieces[1].end, 4u);
  EXPECT_EQ(word.pieces[2].font, 1);
}

TEST(ShaperTest, NamesCharactersThatNoFontHas) {
  Shaper shaper(testing::InstalledFonts());
  const ShapedWord& word = shaper.Shape(Style::kRegular, "x漢y\u0001");
  EXPECT_EQ(word.missing, (std::vector<char32_t>{U'漢', U'\x1'}));
  ASSERT_EQ(word.pieces.size(), 1u);
  EXPECT_EQ(word.pieces[0].glyphs.at(1).id, 0u);
}

TEST(ShaperTest, NoBreakSpaceIsASpace) {
  Shaper shaper(testing::InstalledFonts());
  const ShapedWord& word = shaper.Shape(Style::kRegular, "a\u00A0b");
  const ShapedWord& space = shaper.Shape(Style::kRegular, " ");
  ASSERT_EQ(word.pieces.at(0).glyphs.size(), 3u);
  EXPECT_EQ(word.pieces[0].glyphs[1].id, space.pieces.at(0).glyphs.at(0).id);
}

TEST(ShaperTest, SameWordSameObject) {
  Shaper shaper(testing::InstalledFonts());
  const ShapedWord* first = &shaper.Shape(Style::kItalic, "word");
  for (int i = 0; i < 1000; ++i) {
    (void)shaper.Shape(Style::kItalic, std::to_string(i));
  }
  EXPECT_EQ(&shaper.Shape(Style::kItalic, "word"), first);
  EXPECT_NE(&shaper.Shape(Style::kBold, "word"), first);
}

}  // namespace
}  // namespace dossier::fonts
