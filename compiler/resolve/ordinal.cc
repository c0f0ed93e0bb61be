// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "compiler/resolve/citation_text.h"

namespace dossier::resolve {
namespace {

constexpr std::size_t kMaxDigits = 9;

bool ParseDecimal(std::string_view text, long& value) {
  if (text.empty() || text.size() > kMaxDigits) return false;
  value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

std::string Roman(long value, bool upper) {
  struct Step {
    long value;
    std::string_view lower, upper;
  };
  static constexpr Step kSteps[] = {
      {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
      {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
      {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};
  std::string out;
  for (const Step& step : kSteps) {
    for (; value >= step.value; value -= step.value) out += upper ? step.upper : step.lower;
  }
  return out;
}

long RomanDigit(char c) {
  switch (c | 0x20) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

bool ParseRoman(std::string_view text, long& value) {
  if (text.empty() || text.size() > 15) return false;
  value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const long digit = RomanDigit(text[i]);
    if (digit == 0) return false;
    const long next = i + 1 < text.size() ? RomanDigit(text[i + 1]) : 0;
    value += digit < next ? -digit : digit;
  }
  // Only the one well-formed spelling counts, so that "iiii" and "il" stay words.
  return value > 0 && (Roman(value, false) == text || Roman(value, true) == text);
}

}  // namespace

bool ParseOrdinal(std::string_view text, Ordinal& out) {
  if (ParseDecimal(text, out.value)) {
    out.roman = false;
    return true;
  }
  out.roman = ParseRoman(text, out.value);
  return out.roman;
}

}  // namespace dossier::resolve
