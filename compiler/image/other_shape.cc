// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdint>

#include "compiler/image/decode.h"
#include "compiler/image/metadata.h"

namespace dossier::image {
namespace {

bool IsDark(const Raster& raster, int x, int y) {
  constexpr int kDark = 24;  // black after JPEG
  const std::size_t at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) +
                              static_cast<std::size_t>(x));
  return std::all_of(raster.rgb.begin() + static_cast<std::ptrdiff_t>(at),
                     raster.rgb.begin() + static_cast<std::ptrdiff_t>(at) + 3,
                     [](char c) { return static_cast<std::uint8_t>(c) <= kDark; });
}

bool IsDarkRow(const Raster& raster, int y) {
  for (int x = 0; x < raster.width; ++x) {
    if (!IsDark(raster, x, y)) return false;
  }
  return true;
}

bool IsDarkColumn(const Raster& raster, int x) {
  for (int y = 0; y < raster.height; ++y) {
    if (!IsDark(raster, x, y)) return false;
  }
  return true;
}

/// Lengths within a pixel or two of each other after scaling.
bool SameShape(int width, int height, double ratio) {
  constexpr double kSlack = 2.5;  // pixels: rounding, and bars with a soft edge
  return std::abs(height * ratio - width) <= kSlack || std::abs(width / ratio - height) <= kSlack;
}

}  // namespace

std::string OtherShape(ByteView thumbnail, int width, int height) {
  if (thumbnail.empty() || width < 1 || height < 1) return {};
  const auto raster = DecodeJpeg(thumbnail);
  if (!raster) return {};
  const double ratio = static_cast<double>(width) / height;
  if (SameShape(raster->width, raster->height, ratio)) return {};
  int rows = 0;
  int columns = 0;
  while (2 * rows < raster->height && IsDarkRow(*raster, rows) && IsDarkRow(*raster, raster->height - 1 - rows)) ++rows;
  while (2 * columns < raster->width && IsDarkColumn(*raster, columns) && IsDarkColumn(*raster, raster->width - 1 - columns)) ++columns;
  const int inner_height = raster->height - 2 * rows;
  const int inner_width = raster->width - 2 * columns;
  if (inner_height > 0 && SameShape(raster->width, inner_height, ratio)) return {};
  if (inner_width > 0 && SameShape(inner_width, raster->height, ratio)) return {};
  return std::to_string(raster->width) + " x " + std::to_string(raster->height);
}

}  // namespace dossier::image
