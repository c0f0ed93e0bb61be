// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/bar.h"

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

/// 35 mm by 45 mm.
constexpr int kPortraitWidth = 207;
constexpr int kPortraitHeight = 266;

std::string Plain(double number) {
  char text[40];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
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

Image PortraitPlace(std::string_view name, const Strings& strings) {
  constexpr int kFrame = 2;
  std::string pixels;
  for (int y = 0; y < kPortraitHeight; ++y) {
    for (int x = 0; x < kPortraitWidth; ++x) {
      const bool edge = x < kFrame || y < kFrame || x >= kPortraitWidth - kFrame || y >= kPortraitHeight - kFrame;
      pixels += edge ? kLight : kWhite;
    }
  }
  return {.width = kPortraitWidth,
          .height = kPortraitHeight,
          .rgb = std::make_shared<const std::string>(std::move(pixels)),
          .dots_per_inch = kDotsPerInch,
          .alternative = strings.Fill("portrait.place", {std::string(name)})};
}

}  // namespace dossier::compose
