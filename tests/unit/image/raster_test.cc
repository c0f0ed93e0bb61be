// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/raster.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/image/decode.h"

namespace dossier::image {
namespace {

/// A grey picture from rows of digits: the value is the digit times ten.
Raster Grey(const std::vector<std::string>& rows) {
  Raster raster{.width = static_cast<int>(rows[0].size()),
                .height = static_cast<int>(rows.size()),
                .rgb = {}};
  for (const std::string& row : rows) {
    for (const char digit : row) raster.rgb.append(3, static_cast<char>((digit - '0') * 10));
  }
  return raster;
}

std::string Dump(const Raster& raster) {
  std::string dump;
  for (std::size_t i = 0; i < raster.rgb.size(); i += 3) {
    dump += std::to_string(static_cast<unsigned char>(raster.rgb[i]));
    const bool end = (i / 3 + 1) % static_cast<std::size_t>(raster.width) == 0;
    dump += end ? "/" : " ";
  }
  return dump;
}

TEST(ShrinkToFit, TakesTheMeanAndKeepsProportions) {
  EXPECT_EQ(Dump(ShrinkToFit(Grey({"0022", "0422"}), 2, 2)), "10 20/");
  EXPECT_EQ(Dump(ShrinkToFit(Grey({"12", "34"}), 5, 5)), "10 20/30 40/");
  const Raster thin = ShrinkToFit(Grey({std::string(100, '5')}), 10, 10);
  EXPECT_EQ(thin.width, 10);
  EXPECT_EQ(thin.height, 1);
  const Raster tall = ShrinkToFit(Grey(std::vector<std::string>(90, "55")), 10, 30);
  EXPECT_EQ(tall.width, 1);
  EXPECT_EQ(tall.height, 30);
  EXPECT_EQ(tall.rgb.size(), 90u);
}

TEST(CheckSize, BoundsTheArea) {
  EXPECT_TRUE(CheckSize(10'000, 10'000).ok());
  EXPECT_FALSE(CheckSize(10'000, 10'001).ok());
  EXPECT_FALSE(CheckSize(0, 5).ok());
  EXPECT_FALSE(CheckSize(std::int64_t{1} << 62, std::int64_t{1} << 62).ok());
}

TEST(Orient, TurnsAsTheTagSays) {
  // What each value of tag 274 makes of   1 2 3
  //                                       4 5 6
  const char* expected[] = {"10 20 30/40 50 60/", "30 20 10/60 50 40/", "60 50 40/30 20 10/",
                            "40 50 60/10 20 30/", "10 40/20 50/30 60/", "40 10/50 20/60 30/",
                            "60 30/50 20/40 10/", "30 60/20 50/10 40/"};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    EXPECT_EQ(Dump(Orient(Grey({"123", "456"}), orientation)), expected[orientation - 1])
        << orientation;
  }
  EXPECT_EQ(Dump(Orient(Grey({"12"}), 9)), "10 20/");
}

}  // namespace
}  // namespace dossier::image
