// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/pictures.h"

namespace dossier::docx {
namespace {

void PutNumber(std::uint32_t value, Bytes& out) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

/// Length, type, data, CRC of type and data (ISO/IEC 15948, 5.3).
void PutChunk(ByteView type, ByteView data, Bytes& out) {
  PutNumber(static_cast<std::uint32_t>(data.size()), out);
  const Bytes body = Bytes(type) + Bytes(data);
  out += body;
  PutNumber(archive::Crc32(body), out);
}

std::size_t Pixels(const compose::Image& image) {
  return static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
}

}  // namespace

bool IsSound(const compose::Image& image) {
  if (image.width <= 0 || image.height <= 0 || image.rgb == nullptr) return false;
  return image.rgb->size() == Pixels(image) || image.rgb->size() == 3 * Pixels(image);
}

Result<Bytes> PngOf(const compose::Image& image) {
  const std::size_t samples = image.rgb->size() / Pixels(image);
  const std::size_t row = static_cast<std::size_t>(image.width) * samples;
  Bytes lines;
  lines.reserve(image.rgb->size() + static_cast<std::size_t>(image.height));
  for (std::size_t at = 0; at < image.rgb->size(); at += row) {
    lines += '\0';  // no filter
    lines.append(*image.rgb, at, row);
  }
  Result<Bytes> packed = archive::CompressZlib(lines);
  if (!packed) return packed.failure();
  Bytes head;
  PutNumber(static_cast<std::uint32_t>(image.width), head);
  PutNumber(static_cast<std::uint32_t>(image.height), head);
  head += {8, static_cast<char>(samples == 3 ? 2 : 0), 0, 0, 0};  // depth, colour type, methods
  Bytes png("\x89PNG\r\n\x1A\n", 8);
  PutChunk("IHDR", head, png);
  PutChunk("IDAT", *packed, png);
  PutChunk("IEND", {}, png);
  return png;
}

Result<std::string> Pictures::Add(const compose::Image& image) {
  const auto name = [](std::size_t index) { return "media/image" + std::to_string(index + 1) + ".png"; };
  for (std::size_t i = 0; i < known_.size(); ++i) {
    if (known_[i] == image.rgb) return name(i);
  }
  Result<Bytes> png = PngOf(image);
  if (!png) return png.failure();
  known_.push_back(image.rgb);
  members_.push_back({"word/" + name(members_.size()), std::move(png).value()});
  return name(members_.size() - 1);
}

}  // namespace dossier::docx
