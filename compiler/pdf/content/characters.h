// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::pdf::content {

/// What one glyph stands for: a code point, or `kSequence` + i for the i-th of `Sequences` (a
/// ligature is several letters). 0: not known.
using Character = char32_t;
inline constexpr Character kSequence = 0x200000;

using Sequences = std::vector<std::u32string>;

/// UTF-8 of it; empty for what is not known.
[[nodiscard]] std::string ToText(Character character, const Sequences& sequences);
/// Code points of it.
[[nodiscard]] std::u32string Spelled(Character character, const Sequences& sequences);

/// Code points of UTF-16, high byte first; a lone surrogate becomes U+FFFD.
[[nodiscard]] std::u32string FromUtf16(std::string_view bytes);

/// Letters and digits: what a word is made of. Marks, signs, blanks and private characters are not.
[[nodiscard]] bool IsOfWords(char32_t code);

/// Capital or small the same, for Latin, Greek and Cyrillic; characters that look and mean the same
/// (micro sign and mu) the same.
[[nodiscard]] char32_t Folded(char32_t code);

/// Letters and digits of `text`, folded, ligatures taken apart.
[[nodiscard]] std::u32string FoldedWords(std::u32string_view text);

}  // namespace dossier::pdf::content
