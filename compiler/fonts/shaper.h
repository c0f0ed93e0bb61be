// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/fonts/font_set.h"

namespace dossier::fonts {

/// One glyph, in the units of its face.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0;  // kerning included
  std::int32_t x_offset = 0;
  std::int32_t y_offset = 0;
  std::uint32_t cluster = 0;  // byte offset into the word
};

/// Part of a word in one font.
struct ShapedPiece {
  int font = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of the word
  std::int64_t advance = 0;          // sum over the glyphs, in the units of the font
  std::vector<ShapedGlyph> glyphs;   // in visual order
};

/// A word set in glyphs. `missing` holds the characters that no font of the chain has; they are
/// drawn as the .notdef box of the text family and must be reported as D0901 by the caller.
struct ShapedWord {
  std::vector<ShapedPiece> pieces;
  std::vector<char32_t> missing;
};

/// Where a word runs. In text of both directions brackets run as what they enclose and are mirrored
/// with it, and numbers run to the right in any digits.
enum class Turn { kByScript, kLeft, kRight };

/// Turns words into glyphs with HarfBuzz (kerning and ligatures on), each different word of a style
/// once. Make one per document: it keeps what it has shaped.
class Shaper {
 public:
  explicit Shaper(const FontSet& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// The reference holds as long as the shaper. No-break spaces come out as spaces.
  const ShapedWord& Shape(Style style, std::string_view word, Turn turn = Turn::kByScript);

  [[nodiscard]] const FontSet& fonts() const { return fonts_; }

 private:
  struct State;
  FontSet fonts_;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::fonts
