// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/glyph_names.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace dossier::pdf::content {
namespace {

struct Entry {
  std::string_view name;
  char32_t character;
};

constexpr Entry kNames[] = {
#include "compiler/pdf/content/glyph_names.def"
};

#include "compiler/pdf/content/encodings.def"

struct Widths {
  std::string_view words;
  std::array<std::uint16_t, 95> of;
};

constexpr Widths kWidths[] = {
#define DOSSIER_WIDTHS(words, ...) {words, {__VA_ARGS__}},
#include "compiler/pdf/content/standard_widths.def"
#undef DOSSIER_WIDTHS
};

/// Hexadecimal digits and nothing else, four to six; 0 for anything else.
char32_t FromHex(std::string_view digits) {
  if (digits.size() < 4 || digits.size() > 6) return 0;
  char32_t code = 0;
  for (const char c : digits) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c < 'A' || c > 'F')) return 0;
    code = code * 16 + static_cast<char32_t>(digit ? c - '0' : c - 'A' + 10);
  }
  return code <= 0x10FFFF && (code < 0xD800 || code >= 0xE000) ? code : 0;
}

bool HasWords(std::string_view font, std::string_view words) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const bool slanted = word == "Italic" && font.find("Oblique") != std::string_view::npos;
    if (!slanted && font.find(word) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

char32_t CharacterOfName(std::string_view name) {
  name = name.substr(0, name.find('.'));  // "a.sc" is a small capital a
  if (name.size() == 1) {
    const bool letter = (name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z');
    return letter ? static_cast<char32_t>(name[0]) : 0;
  }
  const Entry* found = std::lower_bound(
      std::begin(kNames), std::end(kNames), name,
      [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found != std::end(kNames) && found->name == name) return found->character;
  if (name.size() == 7 && name.starts_with("uni")) return FromHex(name.substr(3));
  if (name.size() >= 5 && name[0] == 'u') return FromHex(name.substr(1));
  return 0;
}

EncodingTable BaseEncoding(std::string_view name) {
  EncodingTable table{};
  for (char32_t code = 0x20; code < 0x7F; ++code) table[code] = code;
  const auto& upper = name == "WinAnsiEncoding"    ? kWinAnsi
                      : name == "MacRomanEncoding" ? kMacRoman
                                                   : kStandard;
  if (&upper == &kStandard) {
    table['\''] = 0x2019;
    table['`'] = 0x2018;
  }
  std::copy(upper.begin(), upper.end(), table.begin() + 128);
  return table;
}

double StandardWidth(std::string_view font, char32_t character) {
  constexpr double kFixed = 0.6;
  constexpr double kUsual = 0.5;
  if (font.find("Courier") != std::string_view::npos) return kFixed;
  if (character < 0x20 || character > 0x7E) return kUsual;
  for (const Widths& widths : kWidths) {
    const bool arial =
        widths.words.starts_with("Helvetica") && font.find("Arial") != std::string_view::npos;
    const bool bold = widths.words.find("Bold") == std::string_view::npos ||
                      font.find("Bold") != std::string_view::npos;
    if (HasWords(font, widths.words) || (arial && bold))
      return widths.of[character - 0x20] / 1000.0;
  }
  return kUsual;
}

}  // namespace dossier::pdf::content
