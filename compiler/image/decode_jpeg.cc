// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <csetjmp>
#include <cstdio>
#include <new>
#include <string>

// After <cstdio>: the header of libjpeg uses FILE without including it.
#include <jerror.h>
#include <jpeglib.h>

#include "compiler/image/decode.h"

namespace dossier::image {
namespace {

/// libjpeg's error handler with the place to go back to.
struct ErrorHandler {
  jpeg_error_mgr base{};
  std::jmp_buf back{};
  std::array<char, JMSG_LENGTH_MAX> message{};
};

[[noreturn]] void OnError(j_common_ptr library) {
  // `base` is the first member, so the pointers are the same (the way of libjpeg's own example).
  auto* handler = reinterpret_cast<ErrorHandler*>(library->err);
  handler->base.format_message(library, handler->message.data());
  std::longjmp(handler->back, 1);
}

/// Below zero is a warning. Most mean pixels that libjpeg had to make up; cameras and editors cause
/// the three that do not.
void OnMessage(j_common_ptr library, int level) {
  if (level >= 0) return;
  const int code = library->err->msg_code;
  if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_JFIF_MAJOR && code != JWRN_ADOBE_XFORM) {
    OnError(library);
  }
}

/// Owns the decompressor.
class Decoder {
 public:
  explicit Decoder(ByteView file) : file_(file) {
    library_.err = jpeg_std_error(&handler_.base);
    handler_.base.error_exit = OnError;
    handler_.base.emit_message = OnMessage;
    handler_.base.output_message = [](j_common_ptr) {};
    jpeg_create_decompress(&library_);
    // The limit is on libjpeg's own buffers; progressive files keep all coefficients.
    library_.mem->max_memory_to_use = 800L << 20;
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&library_); }

  // No objects with destructors in these two: libjpeg leaves them by `longjmp`.
  bool ReadHead() {
    if (setjmp(handler_.back) != 0) return false;  // NOLINT: libjpeg's way
    jpeg_mem_src(&library_, reinterpret_cast<const unsigned char*>(file_.data()), file_.size());
    jpeg_read_header(&library_, TRUE);
    const bool four = library_.num_components == 4;
    library_.out_color_space = four ? JCS_CMYK : JCS_RGB;
    jpeg_calc_output_dimensions(&library_);
    return true;
  }

  bool ReadRows(char* pixels) {
    if (setjmp(handler_.back) != 0) return false;  // NOLINT: libjpeg's way
    jpeg_start_decompress(&library_);
    while (library_.output_scanline < library_.output_height) {
      auto* row = reinterpret_cast<JSAMPROW>(pixels + stride() * library_.output_scanline);
      jpeg_read_scanlines(&library_, &row, 1);
    }
    jpeg_finish_decompress(&library_);
    return true;
  }

  [[nodiscard]] std::size_t width() const { return library_.output_width; }
  [[nodiscard]] std::size_t height() const { return library_.output_height; }
  [[nodiscard]] bool cmyk() const { return library_.out_color_space == JCS_CMYK; }
  [[nodiscard]] bool inverted() const { return library_.saw_Adobe_marker != 0; }
  [[nodiscard]] std::size_t stride() const { return width() * (cmyk() ? 4 : 3); }
  [[nodiscard]] Failure Damaged() const {
    return Failure{std::string("the picture is damaged: ") + handler_.message.data()};
  }

 private:
  ByteView file_;
  jpeg_decompress_struct library_{};
  ErrorHandler handler_{};
};

/// Without colour profiles: what four inks leave of white. Adobe writes them inverted.
void FromCmyk(Bytes& pixels, bool inverted) {
  std::size_t to = 0;
  for (std::size_t from = 0; from + 3 < pixels.size(); from += 4) {
    const auto light = [&](std::size_t c) {
      const unsigned ink = static_cast<std::uint8_t>(pixels[from + c]);
      return inverted ? ink : 255 - ink;
    };
    const unsigned black = light(3);
    for (std::size_t c = 0; c < 3; ++c) {
      pixels[to++] = static_cast<char>((light(c) * black + 127) / 255);
    }
  }
  pixels.resize(to);
}

Result<Raster> Decode(ByteView file) {
  Decoder decoder(file);
  if (!decoder.ReadHead()) return decoder.Damaged();
  if (auto size = CheckSize(static_cast<std::int64_t>(decoder.width()),
                            static_cast<std::int64_t>(decoder.height()));
      !size) {
    return size.failure();
  }
  Raster raster{.width = static_cast<int>(decoder.width()),
                .height = static_cast<int>(decoder.height()),
                .rgb = {}};
  raster.rgb.resize(decoder.stride() * decoder.height());
  if (!decoder.ReadRows(raster.rgb.data())) return decoder.Damaged();
  if (decoder.cmyk()) FromCmyk(raster.rgb, decoder.inverted());
  return Orient(std::move(raster), ExifOrientation(file));
}

}  // namespace

Result<Raster> DecodeJpeg(ByteView file) {
  try {
    return Decode(file);
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  }
}

}  // namespace dossier::image
