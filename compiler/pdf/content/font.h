// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/pdf/content/characters.h"
#include "compiler/pdf/content/cmap.h"
#include "compiler/pdf/content/streams.h"

namespace dossier::pdf::content {

/// One code of a shown string.
struct Code {
  std::uint32_t value = 0;
  std::size_t size = 1;  // bytes
};

/// As much of a font as it takes to know where its glyphs stand and what they stand for.
struct Font {
  /// Codes of two bytes where `space` says nothing; else of one.
  bool composite = false;
  /// Its glyphs are content streams that bring colours of their own.
  bool type3 = false;
  /// Where its glyphs stand is not known: vertical writing, or a code table that we do not have.
  bool placed = true;
  CodeSpace space{};
  /// Text space units of one glyph space unit times 1000; 1 but for Type 3.
  double unit = 1;
  std::vector<float> widths{};  // em, by code (simple) or CID (composite)
  float default_width = 0;
  std::vector<std::uint16_t> cids{};    // by code; empty: the code is the CID
  std::vector<Character> characters{};  // by code; 0: not known
  std::vector<bool> contradicting{};  // by code: the text layer says another letter than the glyph
  Sequences sequences{};

  [[nodiscard]] Code Next(std::string_view bytes) const;
  [[nodiscard]] double Width(std::uint32_t code) const;
  [[nodiscard]] Character CharacterOf(std::uint32_t code) const {
    return code < characters.size() ? characters[code] : 0;
  }
  [[nodiscard]] bool Contradicts(std::uint32_t code) const {
    return code < contradicting.size() && contradicting[code];
  }
};

/// Reads the dictionary of a font (ISO 32000-1:2008, 9.5 to 9.7, 9.10).
[[nodiscard]] Font LoadFont(QPDFObjectHandle dictionary, Streams& streams);

/// True when a reader of the text gets another letter or digit than the glyph shows: `shown` is
/// what the font's own names or tables say of the glyph, `read` what ToUnicode says.
///
/// Says no where the two may be the same thing written differently: big and small letters,
/// ligatures, look-alikes of other alphabets, Arabic forms, signs.
[[nodiscard]] bool AreOtherLetters(char32_t shown, char32_t read);

}  // namespace dossier::pdf::content
