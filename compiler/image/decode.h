// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/image/raster.h"

namespace dossier::image {

/// Decodes a PNG file (ISO/IEC 15948). Transparent pixels are laid on white; 16-bit, grey and
/// palette pictures become 8-bit RGB; colour profiles and texts are passed over. The size is
/// checked before anything is allocated. Fails on damage and on a file that ends too early.
Result<Raster> DecodePng(ByteView file);

/// Decodes a JPEG file (ISO/IEC 10918-1), baseline or progressive, grey, YCbCr, RGB, CMYK, turned
/// as its Exif orientation says. Same checks; data that libjpeg had to make up is a failure.
Result<Raster> DecodeJpeg(ByteView file);

/// The Exif orientation of a JPEG file, 1 to 8 (TIFF 6.0, tag 274); 1 when there is none.
[[nodiscard]] int ExifOrientation(ByteView jpeg);

/// The picture turned and mirrored as the orientation asks.
[[nodiscard]] Raster Orient(Raster raster, int orientation);

}  // namespace dossier::image
