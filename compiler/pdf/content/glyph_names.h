// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace dossier::pdf::content {

/// The character that a glyph of this name shows, by the rules of the Adobe Glyph List: 0 for names
/// that say nothing ("g123", "a17"), also for names of several letters ("f_i").
[[nodiscard]] char32_t CharacterOfName(std::string_view name);

/// Characters of the 256 codes of a base encoding; 0 where there is none.
using EncodingTable = std::array<char32_t, 256>;

/// Of "WinAnsiEncoding", "MacRomanEncoding"; the standard encoding for every other name.
[[nodiscard]] EncodingTable BaseEncoding(std::string_view name);

/// Width of a character in one of the fonts that a file need not carry, in em; 0.5 where nothing
/// is known. `font` is the name of the font.
[[nodiscard]] double StandardWidth(std::string_view font, char32_t character);

}  // namespace dossier::pdf::content
