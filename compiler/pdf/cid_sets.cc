// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/streams.h"
#include "compiler/pdf/import_page.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf::internal {

namespace {

std::uint32_t Big(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + size && i < bytes.size(); ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return value;
}

/// Glyphs of a TrueType file, by its table `maxp` (OpenType 1.9); 0 when it has none.
std::uint32_t GlyphsOf(std::string_view font) {
  const std::uint32_t tables = Big(font, 4, 2);
  for (std::uint32_t i = 0; i < tables; ++i) {
    const std::size_t entry = 12 + std::size_t{16} * i;
    if (font.substr(std::min(entry, font.size()), 4) == "maxp") {
      return Big(font, Big(font, entry + 8, 4) + std::size_t{4}, 2);
    }
  }
  return 0;
}

}  // namespace

void AddCidSets(QPDF& document) {
  content::Streams streams;
  for (QPDFObjectHandle descriptor : document.getAllObjects()) {
    if (!descriptor.isDictionary() || !descriptor.getKey("/FontFile2").isStream()) continue;
    std::string font;
    if (!streams.Append(descriptor.getKey("/FontFile2"), font)) continue;
    // The fonts are cut so that every number up to the last is in use (`render`).
    const std::uint32_t glyphs = GlyphsOf(font);
    std::string bits((glyphs + 7) / 8, '\xFF');
    if (glyphs % 8 != 0) bits.back() = static_cast<char>(0xFF00 >> (glyphs % 8) & 0xFF);
    descriptor.replaceKey("/CIDSet", CompressedStream(document, bits));
  }
}

}  // namespace dossier::pdf::internal
