// SPDX-License-Identifier: GPL-3.0-or-later
#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "compiler/image/decode.h"

namespace dossier::image {
namespace {

/// What the C callbacks reach: the rest of the file, and where to go on an error.
struct Source {
  ByteView rest;
  std::string error;
};

void Read(png_structp png, png_bytep into, png_size_t wanted) {
  auto& source = *static_cast<Source*>(png_get_io_ptr(png));
  if (wanted > source.rest.size()) png_error(png, "the file ends too early");
  std::memcpy(into, source.rest.data(), wanted);
  source.rest.remove_prefix(wanted);
}

[[noreturn]] void OnError(png_structp png, png_const_charp message) {
  auto& source = *static_cast<Source*>(png_get_error_ptr(png));
  source.error = message;
  png_longjmp(png, 1);
}

void OnWarning(png_structp, png_const_charp) {}

/// Owns libpng's two structures.
struct Reader {
  explicit Reader(Source* source)
      : png(png_create_read_struct(PNG_LIBPNG_VER_STRING, source, OnError, OnWarning)),
        info(png != nullptr ? png_create_info_struct(png) : nullptr) {
    if (png != nullptr) png_set_read_fn(png, source, Read);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }

  png_structp png;
  png_infop info;
};

/// Every format comes out as RGB or RGBA, 8 bits. No objects with destructors live in the two
/// functions below: libpng leaves them by `longjmp`.
bool ReadHead(const Reader& reader, png_uint_32& width, png_uint_32& height) {
  if (setjmp(png_jmpbuf(reader.png)) != 0) return false;  // NOLINT: libpng's way
  constexpr png_uint_32 kLongestSide = 1'000'000;
  png_set_user_limits(reader.png, kLongestSide, kLongestSide);
  png_set_chunk_cache_max(reader.png, 100);
  png_set_chunk_malloc_max(reader.png, 8u << 20);
  png_read_info(reader.png, reader.info);
  width = png_get_image_width(reader.png, reader.info);
  height = png_get_image_height(reader.png, reader.info);
  png_set_expand(reader.png);
  png_set_scale_16(reader.png);
  png_set_gray_to_rgb(reader.png);
  png_set_add_alpha(reader.png, 0xFF, PNG_FILLER_AFTER);
  png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  return true;
}

bool ReadRows(const Reader& reader, png_bytepp rows) {
  if (setjmp(png_jmpbuf(reader.png)) != 0) return false;  // NOLINT: libpng's way
  png_read_image(reader.png, rows);
  png_read_end(reader.png, nullptr);
  return true;
}

/// Lays RGBA on white, in place of the old pixels: the result is shorter than the source.
void Flatten(Bytes& pixels) {
  std::size_t to = 0;
  for (std::size_t from = 0; from + 3 < pixels.size(); from += 4) {
    const unsigned alpha = static_cast<std::uint8_t>(pixels[from + 3]);
    for (std::size_t c = 0; c < 3; ++c) {
      const unsigned value = static_cast<std::uint8_t>(pixels[from + c]);
      pixels[to++] = static_cast<char>((value * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
  pixels.resize(to);
}

Result<Raster> Decode(ByteView file) {
  Source source{.rest = file, .error = {}};
  const Reader reader(&source);
  if (reader.info == nullptr) return Failure{"it needs more memory than allowed"};
  const auto damaged = [&] { return Failure{"the picture is damaged: " + source.error}; };
  png_uint_32 width = 0;
  png_uint_32 height = 0;
  if (!ReadHead(reader, width, height)) return damaged();
  if (auto size = CheckSize(width, height); !size) return size.failure();
  const std::size_t stride = std::size_t{4} * width;
  if (png_get_rowbytes(reader.png, reader.info) != stride) {
    return Failure{"the picture has a form that is not read"};
  }
  Raster raster{.width = static_cast<int>(width), .height = static_cast<int>(height), .rgb = {}};
  raster.rgb.resize(stride * height);
  std::vector<png_bytep> rows(height);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    rows[row] = reinterpret_cast<png_bytep>(raster.rgb.data() + row * stride);
  }
  if (!ReadRows(reader, rows.data())) return damaged();
  Flatten(raster.rgb);
  return raster;
}

}  // namespace

Result<Raster> DecodePng(ByteView file) {
  try {
    return Decode(file);
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  }
}

}  // namespace dossier::image
