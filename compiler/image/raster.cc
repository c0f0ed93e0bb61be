// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/raster.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dossier::image {
namespace {

/// Which source pixels a target pixel covers: from `begin` to `end`.
std::vector<std::size_t> Edges(int source, int target) {
  std::vector<std::size_t> edges;
  edges.reserve(static_cast<std::size_t>(target) + 1);
  for (int i = 0; i <= target; ++i) {
    edges.push_back(static_cast<std::size_t>(std::int64_t{i} * source / target));
  }
  return edges;
}

}  // namespace

Result<Done> CheckSize(std::int64_t width, std::int64_t height) {
  if (width < 1 || height < 1) return Failure{"the picture has no size"};
  if (width > kMostPixels || height > kMostPixels || width * height > kMostPixels) {
    return Failure{"the picture has " + std::to_string(width) + " x " + std::to_string(height) +
                   " pixels; at most " + std::to_string(kMostPixels / 1'000'000) +
                   " million are read"};
  }
  return Done{};
}

Raster Stretch(Raster raster, int width, int height) {
  if (raster.width == width && raster.height == height) return raster;
  Raster large{.width = width, .height = height, .rgb = {}};
  large.rgb.reserve(std::size_t{3} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  const std::size_t stride = std::size_t{3} * static_cast<std::size_t>(raster.width);
  for (int y = 0; y < height; ++y) {
    const std::size_t row = static_cast<std::size_t>(std::int64_t{y} * raster.height / height) * stride;
    for (int x = 0; x < width; ++x) {
      const auto column = static_cast<std::size_t>(std::int64_t{x} * raster.width / width);
      large.rgb.append(raster.rgb, row + 3 * column, 3);
    }
  }
  return large;
}

bool IsGrey(const Raster& raster) {
  for (std::size_t i = 0; i + 2 < raster.rgb.size(); i += 3) {
    if (raster.rgb[i] != raster.rgb[i + 1] || raster.rgb[i] != raster.rgb[i + 2]) return false;
  }
  return true;
}

Raster ShrinkToFit(Raster raster, int width, int height) {
  if (raster.width <= width && raster.height <= height) return raster;
  // The side that is further over decides; the other follows, at least one pixel.
  int new_width = width;
  int new_height = static_cast<int>(std::int64_t{raster.height} * width / raster.width);
  if (new_height > height) {
    new_height = height;
    new_width = static_cast<int>(std::int64_t{raster.width} * height / raster.height);
  }
  new_width = std::max(new_width, 1);
  new_height = std::max(new_height, 1);
  const auto columns = Edges(raster.width, new_width);
  const auto rows = Edges(raster.height, new_height);
  Raster small{.width = new_width, .height = new_height, .rgb = {}};
  small.rgb.reserve(std::size_t{3} * static_cast<std::size_t>(new_width) *
                    static_cast<std::size_t>(new_height));
  const std::size_t stride = std::size_t{3} * static_cast<std::size_t>(raster.width);
  for (std::size_t row = 0; row + 1 < rows.size(); ++row) {
    for (std::size_t column = 0; column + 1 < columns.size(); ++column) {
      std::array<std::uint64_t, 3> sum{};
      for (std::size_t y = rows[row]; y < rows[row + 1]; ++y) {
        for (std::size_t x = columns[column]; x < columns[column + 1]; ++x) {
          for (std::size_t c = 0; c < 3; ++c) {
            sum[c] += static_cast<std::uint8_t>(raster.rgb[y * stride + 3 * x + c]);
          }
        }
      }
      const std::uint64_t count =
          (rows[row + 1] - rows[row]) * (columns[column + 1] - columns[column]);
      for (const std::uint64_t value : sum) {
        small.rgb.push_back(static_cast<char>((value + count / 2) / count));
      }
    }
  }
  return small;
}

}  // namespace dossier::image
