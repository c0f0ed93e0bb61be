// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/shaper.h"

#include <hb.h>

#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

#include "compiler/fonts/state.h"
#include "compiler/foundation/utf8.h"

namespace dossier::fonts {
namespace {

struct FreeBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// Characters that are drawn like another one: what stands for a space must have its width, and
/// controls that only steer line breaking must not need a glyph.
char32_t Drawn(char32_t code) {
  return code == 0xA0 || code == 0x09 || code == 0x0A || code == 0x0D ? U' ' : code;
}

/// Zero-width marks that no font has to have: HarfBuzz hides them.
bool IsInvisible(char32_t code) {
  return code == 0xAD || code == 0x200B || code == 0x200C || code == 0x200D || code == 0x2060 ||
         code == 0xFEFF || (code >= 0x200E && code <= 0x200F) || (code >= 0xFE00 && code <= 0xFE0F);
}

struct Part {
  int font = 0;
  std::uint32_t begin = 0, end = 0;
};

}  // namespace

struct Shaper::State {
  std::unique_ptr<hb_buffer_t, FreeBuffer> buffer{hb_buffer_create()};
  // By style and turn.
  std::array<std::unordered_map<std::string_view, const ShapedWord*>, 12> cache;
  std::deque<std::string> keys;
  std::deque<ShapedWord> words;
};

namespace {

std::optional<int> FontFor(const FontSet& fonts, Style style, char32_t code) {
  for (const int font : fonts.ChainOf(style)) {
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(fonts.state().faces[static_cast<std::size_t>(font)].font.get(),
                                  Drawn(code), &glyph)) {
      return font;
    }
  }
  return std::nullopt;
}

/// Splits `word` where another font is needed. Keeps the font of the part before as long as it has
/// the character, so that accents stay with their letters.
std::vector<Part> SplitByFont(const FontSet& fonts, Style style, std::string_view word,
                              std::vector<char32_t>& missing) {
  std::vector<Part> parts;
  for (std::size_t offset = 0; offset < word.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(word, offset);
    const auto begin = static_cast<std::uint32_t>(offset);
    offset += decoded.size;
    const auto end = static_cast<std::uint32_t>(offset);
    int font = parts.empty() ? fonts.IndexOf(style) : parts.back().font;
    if (!IsInvisible(decoded.code)) {
      const std::optional<int> found = FontFor(fonts, style, decoded.code);
      if (!found) {
        missing.push_back(decoded.code);
      }
      font = found.value_or(fonts.IndexOf(style));
    }
    if (!parts.empty() && parts.back().font == font) {
      parts.back().end = end;
    } else {
      parts.push_back({font, begin, end});
    }
  }
  return parts;
}

ShapedPiece ShapePart(const FontSet& fonts, hb_buffer_t* buffer, std::string_view word,
                      const Part& part, Turn turn) {
  hb_buffer_reset(buffer);
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  for (std::size_t offset = part.begin; offset < part.end;) {
    const utf8::Decoded decoded = utf8::DecodeAt(word, offset);
    hb_buffer_add(buffer, Drawn(decoded.code), static_cast<unsigned>(offset));
    offset += decoded.size;
  }
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  if (turn != Turn::kByScript) {
    hb_buffer_set_direction(buffer, turn == Turn::kLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  }
  hb_buffer_guess_segment_properties(buffer);
  // The guess would take the language of the environment.
  hb_buffer_set_language(buffer, hb_language_from_string("und", -1));
  hb_shape(fonts.state().faces[static_cast<std::size_t>(part.font)].font.get(), buffer, nullptr, 0);
  ShapedPiece piece;
  piece.font = part.font;
  piece.begin = part.begin;
  piece.end = part.end;
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  piece.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    piece.glyphs.push_back({.id = infos[i].codepoint,
                            .advance = positions[i].x_advance,
                            .x_offset = positions[i].x_offset,
                            .y_offset = positions[i].y_offset,
                            .cluster = infos[i].cluster});
    piece.advance += positions[i].x_advance;
  }
  return piece;
}

}  // namespace

Shaper::Shaper(const FontSet& fonts) : fonts_(fonts), state_(std::make_unique<State>()) {}
Shaper::~Shaper() = default;

const ShapedWord& Shaper::Shape(Style style, std::string_view word, Turn turn) {
  auto& cache = state_->cache[static_cast<std::size_t>(style) + 4 * static_cast<std::size_t>(turn)];
  if (const auto found = cache.find(word); found != cache.end()) {
    return *found->second;
  }
  const std::string& key = state_->keys.emplace_back(word);
  ShapedWord& shaped = state_->words.emplace_back();
  for (const Part& part : SplitByFont(fonts_, style, key, shaped.missing)) {
    shaped.pieces.push_back(ShapePart(fonts_, state_->buffer.get(), key, part, turn));
  }
  cache.emplace(key, &shaped);
  return shaped;
}

}  // namespace dossier::fonts
