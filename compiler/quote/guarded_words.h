// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Words in which no difference is one of form (rule N14): negations, number words, months and
/// currencies, in English, Lithuanian, Russian and, as far as negations go, German.
namespace dossier::quote {

/// The words of a text without digits and marks, as written: runs of letters, with the apostrophes
/// inside.
[[nodiscard]] std::vector<std::string> WordsOf(std::string_view text);

/// "not", "cannot", "didn't", "nėra", "не".
[[nodiscard]] bool IsNegation(std::string_view word);
[[nodiscard]] bool HasNegation(std::string_view text);

/// Of numbers, dates and money: "seven", "tūkstantis", "мая", "euros".
[[nodiscard]] bool IsCountingWord(std::string_view word);

/// A word or part of one that turns round or changes what it is joined to: "in valid", "a part".
[[nodiscard]] bool IsPrefix(std::string_view word);

[[nodiscard]] std::string DigitsOf(std::string_view text);
/// True when the first character is a capital letter.
[[nodiscard]] bool IsCapitalised(std::string_view word);

}  // namespace dossier::quote
