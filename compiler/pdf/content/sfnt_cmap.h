// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::pdf::content {

/// What a TrueType or OpenType font says its glyphs are (ISO/IEC 14496-22, table cmap).
struct FontCharacters {
  /// Pairs of glyph and character, sorted; from the Unicode subtables. Empty when there are none.
  std::vector<std::pair<std::uint16_t, char32_t>> of_glyph;

  [[nodiscard]] bool Empty() const { return of_glyph.empty(); }
  using Iterator = std::vector<std::pair<std::uint16_t, char32_t>>::const_iterator;
  /// What it says of one glyph.
  [[nodiscard]] std::pair<Iterator, Iterator> Of(std::uint16_t glyph) const;
};

/// Where the table stands in a font file; `length` 0 when it is not there or `head` is too short
/// to say.
struct TablePlace {
  std::size_t offset = 0, length = 0;
  /// `head` holds the whole directory, so that no table means there is none.
  bool directory_read = false;
};
[[nodiscard]] TablePlace PlaceOfCmap(std::string_view head);

/// Total; reads at most a million characters of `table`, formats 4, 6 and 12.
[[nodiscard]] FontCharacters ReadFontCharacters(std::string_view table);

}  // namespace dossier::pdf::content
