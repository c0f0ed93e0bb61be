// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>

#include "compiler/image/decode.h"

namespace dossier::image {
namespace {

/// Numbers out of the file; past its end they are zero.
class View {
 public:
  explicit View(ByteView bytes, bool big_endian = true) : bytes_(bytes), big_(big_endian) {}

  [[nodiscard]] std::uint32_t Byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : 0;
  }
  [[nodiscard]] std::uint32_t Short(std::size_t at) const {
    return big_ ? Byte(at) << 8 | Byte(at + 1) : Byte(at + 1) << 8 | Byte(at);
  }
  [[nodiscard]] std::uint32_t Long(std::size_t at) const {
    return big_ ? Short(at) << 16 | Short(at + 2) : Short(at + 2) << 16 | Short(at);
  }

 private:
  ByteView bytes_;
  bool big_;
};

/// `exif` begins with the TIFF header.
int OrientationInTiff(ByteView exif) {
  if (exif.substr(0, 2) != "MM" && exif.substr(0, 2) != "II") return 1;
  const View view(exif, exif[0] == 'M');
  const std::size_t directory = view.Long(4);
  const std::uint32_t entries = view.Short(directory);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (entry + 12 > exif.size()) return 1;
    constexpr std::uint32_t kOrientation = 274;
    if (view.Short(entry) != kOrientation) continue;
    const std::uint32_t value = view.Short(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace

int ExifOrientation(ByteView jpeg) {
  const View view(jpeg);
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && view.Byte(at) == 0xFF) {
    const std::uint32_t marker = view.Byte(at + 1);
    // Start of scan: no header segment comes after it.
    if (marker == 0xDA) return 1;
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const std::size_t length = view.Short(at + 2);
    if (length < 2 || at + 2 + length > jpeg.size()) return 1;
    const ByteView segment = jpeg.substr(at + 4, length - 2);
    constexpr ByteView kExif("Exif\0\0", 6);
    if (marker == 0xE1 && segment.substr(0, kExif.size()) == kExif) {
      return OrientationInTiff(segment.substr(kExif.size()));
    }
    at += 2 + length;
  }
  return 1;
}

Raster Orient(Raster raster, int orientation) {
  if (orientation < 2 || orientation > 8) return raster;
  const bool swapped = orientation >= 5;
  Raster turned{.width = swapped ? raster.height : raster.width,
                .height = swapped ? raster.width : raster.height,
                .rgb = Bytes(raster.rgb.size(), '\0')};
  const int right = raster.width - 1;
  const int bottom = raster.height - 1;
  std::size_t to = 0;
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      int from_x = swapped ? y : x;
      int from_y = swapped ? x : y;
      // Which edges of the stored picture become top and left (TIFF 6.0, tag 274).
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
        from_x = right - from_x;
      }
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
        from_y = bottom - from_y;
      }
      const std::size_t from =
          3 * (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(raster.width) +
               static_cast<std::size_t>(from_x));
      for (std::size_t c = 0; c < 3; ++c) turned.rgb[to++] = raster.rgb[from + c];
    }
  }
  return turned;
}

}  // namespace dossier::image
