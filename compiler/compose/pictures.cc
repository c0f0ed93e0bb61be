// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/pictures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>

namespace dossier::compose {
namespace {

constexpr double kDotsPerInch = 150;
constexpr int kBarWidth = 360;
constexpr int kBarHeight = 24;
constexpr char kDark = '\x50';
constexpr char kLight = '\xE0';
constexpr char kWhite = '\xFF';
constexpr char kFrameGrey = '\xA0';

/// 26 mm by 33 mm: in the proportions of a passport photograph.
constexpr double kPortraitInches = 26 / 25.4;
constexpr int kPortraitWidth = 154;
constexpr int kPortraitHeight = 195;

std::string Plain(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

Image Frame(std::string alternative) {
  constexpr int kFrame = 2;
  std::string pixels;
  for (int y = 0; y < kPortraitHeight; ++y) {
    for (int x = 0; x < kPortraitWidth; ++x) {
      const bool edge = x < kFrame || y < kFrame || x >= kPortraitWidth - kFrame || y >= kPortraitHeight - kFrame;
      pixels += edge ? kFrameGrey : kWhite;
    }
  }
  return {.width = kPortraitWidth,
          .height = kPortraitHeight,
          .rgb = std::make_shared<const std::string>(std::move(pixels)),
          .dots_per_inch = kDotsPerInch,
          .alternative = std::move(alternative)};
}

}  // namespace

std::optional<Image> BarImage(double part, double whole) {
  if (!(whole > 0) || !(part >= 0) || part > whole || !std::isfinite(whole)) return std::nullopt;
  const auto filled = static_cast<std::size_t>(std::lround(kBarWidth * part / whole));
  const std::string row = std::string(filled, kDark) + std::string(kBarWidth - filled, kLight);
  std::string pixels;
  for (int y = 0; y < kBarHeight; ++y) pixels += row;
  return Image{.width = kBarWidth,
               .height = kBarHeight,
               .rgb = std::make_shared<const std::string>(std::move(pixels)),
               .dots_per_inch = kDotsPerInch,
               .alternative = Plain(part) + " / " + Plain(whole)};
}

Image Portrait(const Image* picture, std::string_view name, const Strings& strings) {
  if (picture == nullptr) return Frame(strings.Fill("portrait.place", {std::string(name)}));
  Image portrait = *picture;
  portrait.dots_per_inch = portrait.width / kPortraitInches;
  portrait.alternative = name;
  return portrait;
}

Image Logo(Image picture, std::string_view name) {
  constexpr double kWidestInches = 60 / 25.4;
  constexpr double kHighestInches = 18 / 25.4;
  picture.dots_per_inch = std::max(picture.width / kWidestInches, picture.height / kHighestInches);
  picture.alternative = name;
  return picture;
}

}  // namespace dossier::compose
