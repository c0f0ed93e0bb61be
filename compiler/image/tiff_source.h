// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tiffio.h>

#include <memory>
#include <string>

#include "compiler/foundation/bytes.h"

namespace dossier::image {

/// What libtiff's callbacks reach: the file in memory, where it reads, and what it complained about.
struct TiffSource {
  ByteView file;
  std::uint64_t at = 0;
  std::string error;   // the first since it was cleared
  std::string damage;  // the first warning that means made-up pixels
};

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, CloseTiff>;

/// The file as libtiff's handle; null when its head is not one of a TIFF file. `source` must stay
/// where it is as long as the handle lives.
[[nodiscard]] TiffHandle OpenTiff(TiffSource& source);

}  // namespace dossier::image
