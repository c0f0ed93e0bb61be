// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::reading {

/// Letters and digits of a text in form C, as a machine may be expected to read them: without white
/// space, punctuation, hyphens, marks that stand alone and raised digits; ligatures as their letters.
[[nodiscard]] std::u32string LettersOf(std::string_view text);

[[nodiscard]] constexpr bool IsDigit(char32_t code) { return code >= U'0' && code <= U'9'; }
[[nodiscard]] bool HasDigit(std::u32string_view letters);

/// The letter below its accents and marks: "š" is "s". Latin and Cyrillic.
[[nodiscard]] char32_t BaseOf(char32_t code);

/// Two words that a machine reads for one another, by the confusion classes that are declared (rule
/// N13: l I 1, O 0, rn m, cl d, c e, S 5, B 8) and letters whose capital has the same shape. Equal
/// words are not asked about.
[[nodiscard]] bool InDeclaredClasses(std::u32string_view a, std::u32string_view b);

/// A wider net, for doubt and never for agreement: accents, letters of two alphabets that look the
/// same, and shapes that are near.
[[nodiscard]] bool LookAlike(std::u32string_view a, std::u32string_view b);

/// Words that turn a sentence round, in English, Lithuanian, Russian and Ukrainian; any case.
[[nodiscard]] bool IsNegation(std::u32string_view letters);

}  // namespace dossier::reading
