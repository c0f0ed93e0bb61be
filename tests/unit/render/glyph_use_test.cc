// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/glyph_use.h"

#include <gtest/gtest.h>

#include "tests/support/typesetting.h"

namespace dossier::render {
namespace {

paginate::GlyphRun RunOf(std::vector<std::pair<std::uint32_t, std::uint32_t>> ids_and_clusters,
                         std::string text) {
  paginate::GlyphRun run;
  run.text = std::move(text);
  for (const auto& [id, cluster] : ids_and_clusters) {
    paginate::GlyphRun::Glyph glyph;
    glyph.id = id;
    glyph.cluster = cluster;
    run.glyphs.push_back(glyph);
  }
  return run;
}

std::vector<std::string> TextsOf(const paginate::GlyphRun& run) {
  std::vector<std::string> texts;
  EachCluster(run, [&](const Cluster& cluster) { texts.emplace_back(cluster.text); });
  return texts;
}

using Texts = std::vector<std::string>;

TEST(ClustersTest, OneGlyphForOneLetter) {
  EXPECT_EQ(TextsOf(RunOf({{10, 0}, {11, 1}, {12, 3}}, "aąb")), (Texts{"a", "ą", "b"}));
}

TEST(ClustersTest, LigatureStandsForAllItsLetters) {
  EXPECT_EQ(TextsOf(RunOf({{10, 0}, {11, 3}}, "ffix")), (Texts{"ffi", "x"}));
}

TEST(ClustersTest, LetterAndAccentAreOneCluster) {
  EXPECT_EQ(TextsOf(RunOf({{10, 0}, {11, 0}, {12, 3}}, "e\u0301x")), (Texts{"e\u0301", "x"}));
}

TEST(ClustersTest, FallingClustersReadFromTheRight) {
  EXPECT_EQ(TextsOf(RunOf({{12, 4}, {11, 2}, {10, 0}}, "אבג")), (Texts{"ג", "ב", "א"}));
}

TEST(ClustersTest, NoBreakSpaceIsWrittenAsSpace) {
  EXPECT_EQ(TextsOf(RunOf({{10, 0}, {3, 1}, {11, 3}}, "a\u00A0b")), (Texts{"a", " ", "b"}));
}

TEST(ClustersTest, NonsenseOffsetsGiveNoText) {
  EXPECT_EQ(TextsOf(RunOf({{10, 90}}, "a")), Texts{""});
}

TEST(GlyphUseTest, FirstTextOfAGlyphStays) {
  FontUses uses;
  const paginate::GlyphRun run = RunOf({{40, 0}, {40, 1}}, "xy");
  Collect(run, testing::InstalledFonts(), uses);
  std::vector<Cluster> clusters;
  EachCluster(run, [&](const Cluster& cluster) { clusters.push_back(cluster); });
  EXPECT_TRUE(MapSays(clusters[0], run, uses[0]));
  EXPECT_FALSE(MapSays(clusters[1], run, uses[0]));
}

TEST(GlyphUseTest, MapHasBlocksOfAHundred) {
  FontUses uses;
  paginate::GlyphRun run;
  for (std::uint32_t i = 0; i < 250; ++i) {
    paginate::GlyphRun::Glyph glyph;
    glyph.id = 100 + i;
    glyph.cluster = i;
    run.glyphs.push_back(glyph);
    run.text.push_back('a');
  }
  Collect(run, testing::InstalledFonts(), uses);
  ASSERT_TRUE(CutFonts(testing::InstalledFonts(), uses).ok());
  const std::string map = ToUnicodeMap(uses[0]);
  EXPECT_NE(map.find("100 beginbfchar"), std::string::npos);
  EXPECT_NE(map.find("\n50 beginbfchar"), std::string::npos);
  EXPECT_EQ(map.find("cidrange"), std::string::npos);
}

TEST(GlyphUseTest, HighCharactersAreSurrogatePairs) {
  EXPECT_EQ(Utf16Hex("aё😀"), "00610451D83DDE00");
}

}  // namespace
}  // namespace dossier::render
