// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/font_set.h"

#include <gtest/gtest.h>

#include "compiler/crypto/sha256.h"
#include "compiler/fonts/pinned.h"
#include "tests/support/typesetting.h"

namespace dossier::fonts {
namespace {

std::vector<Bytes> FilesOf(const FontSet& fonts) {
  std::vector<Bytes> files;
  for (int i = 0; i < fonts.size(); ++i) {
    files.emplace_back(fonts.FileOf(i));
  }
  return files;
}

TEST(FontSetTest, ReadsTheMeasuresOfEveryFace) {
  const FontSet& fonts = testing::InstalledFonts();
  ASSERT_EQ(static_cast<std::size_t>(fonts.size()), PinnedFaces().size());
  EXPECT_EQ(fonts.MetricsOf(0).postscript_name, "GentiumBookPlus");
  EXPECT_EQ(fonts.MetricsOf(1).postscript_name, "GentiumBookPlus-Bold");
  EXPECT_LT(fonts.MetricsOf(2).italic_angle, 0);
  for (int i = 0; i < fonts.size(); ++i) {
    const FaceMetrics& metrics = fonts.MetricsOf(i);
    EXPECT_TRUE(metrics.units_per_em == 2048 || metrics.units_per_em == 1000);
    EXPECT_GT(metrics.ascent, metrics.cap_height);
    EXPECT_LT(metrics.descent, 0);
    EXPECT_GT(metrics.glyphs, 1000);
  }
}

TEST(FontSetTest, RefusesAnotherFileUnderTheSameName) {
  std::vector<Bytes> files = FilesOf(testing::InstalledFonts());
  files[1].back() = static_cast<char>(files[1].back() + 1);
  const Result<FontSet> loaded = FontSet::Load(std::move(files), crypto::Sha256);
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.failure().reason.find("Gentium Book Plus Bold"), std::string::npos);
  EXPECT_NE(loaded.failure().reason.find("fonts-sil-gentiumplus"), std::string::npos);
}

TEST(FontSetTest, FamiliesArePinnedAndOthersAreNot) {
  EXPECT_EQ(Families().front(), kDefaultFamily);
  for (const std::string_view family : Families()) {
    const std::vector<PinnedFace> faces = PinnedFaces(family);
    ASSERT_GT(faces.size(), 4u) << family;
    EXPECT_TRUE(faces.front().name.starts_with(family));
  }
  EXPECT_TRUE(PinnedFaces("Comic Sans").empty());
}

TEST(FontSetTest, SuperiorFiguresAreThoseOfTheFamily) {
  EXPECT_TRUE(testing::InstalledFonts().HasSuperiorFigures());
  // Liberation Serif 2.1.5 has none for 0.
  EXPECT_FALSE(testing::InstalledFonts("Liberation Serif").HasSuperiorFigures());
}

TEST(FontSetTest, RefusesWhatIsNoFont) {
  std::vector<Bytes> files(PinnedFaces().size(), "no font at all");
  std::size_t asked = 0;
  const Result<FontSet> loaded = FontSet::Load(
      std::move(files), [&](ByteView) { return *Digest::FromHex(PinnedFaces()[asked++].sha256); });
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.failure().reason.find("outlines"), std::string::npos);
}

TEST(FontSetTest, EveryStyleBeginsWithItself) {
  const FontSet& fonts = testing::InstalledFonts();
  for (const Style style : {Style::kRegular, Style::kBold, Style::kItalic, Style::kBoldItalic}) {
    EXPECT_EQ(fonts.ChainOf(style).front(), fonts.IndexOf(style));
    EXPECT_EQ(fonts.ChainOf(style).size(), static_cast<std::size_t>(fonts.size()));
  }
}

}  // namespace
}  // namespace dossier::fonts
