// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/image/raster.h"

namespace dossier::image {

/// A page of a TIFF file as its directory states it.
struct TiffPage {
  std::uint64_t directory = 0;  // where in the file it is described
  std::int64_t width = 0;       // pixels as stored
  std::int64_t height = 0;
};

/// No file with more pages is read (guarantee G10).
inline constexpr std::size_t kMostTiffPages = 10'000;

/// A TIFF file (TIFF 6.0, BigTIFF; TIFF technical notes for JPEG and Deflate) open for reading.
///
/// The chain of directories is walked once, to its end: a chain that bites its tail, leads out of the
/// file or is too long is a failure, as is a page above `kMostPixels`, before any pixel is decoded.
/// Smaller copies of a page and masks (NewSubfileType, tag 254) are no pages.
class Tiff {
 public:
  /// `file` must outlive the object.
  static Result<Tiff> Open(ByteView file);

  Tiff(Tiff&&) noexcept;
  ~Tiff();

  [[nodiscard]] const std::vector<TiffPage>& pages() const;
  /// How many smaller copies of pages lie beside them.
  [[nodiscard]] int thumbnails() const;

  /// The picture of a page: 1 to 16 bits, grey, palette, RGB, YCbCr, CMYK of 8 bits, by strips or
  /// tiles, under every compression that libtiff reads; turned as the Orientation says (tag 274);
  /// pixels that are not square (fax) made square. Transparent ones are laid on white. Lines that
  /// the decoder had to make up are a failure.
  Result<Raster> Decode(std::size_t page);

 private:
  struct State;
  explicit Tiff(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace dossier::image
