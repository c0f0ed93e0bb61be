// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::image {

/// A picture of 8-bit RGB rows without padding, top row first.
struct Raster {
  int width = 0;
  int height = 0;
  Bytes rgb;  // 3 * width * height
};

/// No picture with more pixels is decoded (guarantee G10).
inline constexpr std::int64_t kMostPixels = 100'000'000;

/// Fails when a side is below 1 or the area above `kMostPixels`.
Result<Done> CheckSize(std::int64_t width, std::int64_t height);

/// The picture at another size, each new pixel the nearest old one: for pixels that are not square.
[[nodiscard]] Raster Stretch(Raster raster, int width, int height);

/// True when every pixel is grey, so that one byte says all of it.
[[nodiscard]] bool IsGrey(const Raster& raster);

/// The picture made to fit into `width` x `height`, proportions kept: each new pixel is the mean of
/// those it covers, in whole numbers, so equal input gives equal bytes. Never enlarges.
[[nodiscard]] Raster ShrinkToFit(Raster raster, int width, int height);

}  // namespace dossier::image
