// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::identifiers {

/// The number of a provision, paragraph or heading as a path: "405(2)" is {405, 2}, "4(1)(b)" is
/// {4, 1, b}, "2.3" is {2, 3}; "12a" and "380-1" are one step. Steps hold small letters, digits and
/// hyphens, without zeros in front.
struct Number {
  std::vector<std::string> steps;

  [[nodiscard]] bool empty() const { return steps.empty(); }
  [[nodiscard]] bool StartsWith(const Number& other) const;
  friend auto operator<=>(const Number&, const Number&) = default;
};

/// Deepest path and longest step that are read.
inline constexpr std::size_t kMaxSteps = 6;
inline constexpr std::size_t kMaxStep = 12;

/// Reads a whole text: "405(2)", "87.1.2", "4(1)(b)", "12a", "380-1", "118¹" (as "118-1"), "§" and
/// brackets around it left out. Nothing for words and for what is too deep or too long.
[[nodiscard]] std::optional<Number> ParseNumber(std::string_view text);

/// "405(2)", "4(1)(b)"; two levels of bare numbers keep the stop of their document when `dotted`.
[[nodiscard]] std::string ToText(const Number& number, bool dotted = false);

/// The value of a step that is a decimal number below 1 000 000; nothing for others.
[[nodiscard]] std::optional<int> Value(std::string_view step);

/// The same, and single letters: a is 1.
[[nodiscard]] std::optional<int> Rank(std::string_view step);

/// Digits above the line (U+00B9, U+00B2, U+00B3, U+2070 to U+2079) at byte `at`: their decimal
/// form, and `at` after them. Empty when there are none.
[[nodiscard]] std::string TakeRaised(std::string_view text, std::size_t& at);

}  // namespace dossier::identifiers
