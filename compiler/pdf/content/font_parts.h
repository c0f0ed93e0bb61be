// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/pdf/content/font.h"
#include "compiler/pdf/content/glyph_names.h"

/// Parts of `LoadFont`.
namespace dossier::pdf::content {

struct SimpleEncoding {
  EncodingTable characters{};
  /// By code: the file itself names the glyph, so that `characters` is evidence of what is drawn.
  std::array<bool, 256> named{};
};

/// /Encoding of a simple font (ISO 32000-1:2008, 9.6.6). Where the font's own encoding counts,
/// which stands inside the font program, the standard one is a guess.
[[nodiscard]] SimpleEncoding EncodingOf(QPDFObjectHandle font, const std::string& subtype);

/// What /ToUnicode says goes before what the encoding says.
void ApplyToUnicode(QPDFObjectHandle dictionary, Streams& streams, Font& font);

/// Compares `font.characters` with the names of the glyphs.
void MarkByNames(const SimpleEncoding& encoding, Font& font);

/// Compares them with the characters that an embedded TrueType font gives its glyphs; for a
/// composite font, whose codes lead to glyphs directly.
void MarkByGlyphsOfFont(QPDFObjectHandle descendant, Streams& streams, Font& font);

}  // namespace dossier::pdf::content
