// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/characters.h"

#include "compiler/foundation/utf8.h"

namespace dossier::pdf::content {

std::u32string Spelled(Character character, const Sequences& sequences) {
  if (character == 0) return {};
  if (character < kSequence) return std::u32string(1, character);
  const std::size_t index = character - kSequence;
  return index < sequences.size() ? sequences[index] : std::u32string();
}

std::string ToText(Character character, const Sequences& sequences) {
  std::string text;
  for (const char32_t code : Spelled(character, sequences)) utf8::Append(code, text);
  return text;
}

std::u32string FromUtf16(std::string_view bytes) {
  std::u32string text;
  const auto unit = [&](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                 static_cast<unsigned char>(bytes[at + 1]));
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    text += code >= 0xD800 && code < 0xE000 ? char32_t{0xFFFD} : code;
  }
  return text;
}

bool IsOfWords(char32_t code) {
  if (code < 0x80) {
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
           (code >= 'A' && code <= 'Z');
  }
  if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
  if (code == 0xD7 || code == 0xF7) return false;
  if (code < 0x2B0) return true;
  if (code < 0x370) return false;                     // modifiers, combining marks
  if (code >= 0x2000 && code < 0x2C00) return false;  // punctuation, symbols, arrows, shapes
  if (code >= 0x3000 && code < 0x3040) return false;
  if (code >= 0xD800 && code < 0xF900) return false;  // surrogates, private use
  if (code >= 0xFE00 && code < 0xFE70) return false;  // variation selectors, vertical forms
  if (code >= 0xFFF0 && code < 0x10000) return false;
  return code < 0x1F000 || (code >= 0x20000 && code < 0x40000);
}

char32_t Folded(char32_t code) {
  if (code >= 'A' && code <= 'Z') return code + 32;
  if (code == 0xB5) return 0x3BC;
  if (code == 0x2126) return 0x3C9;
  if (code == 0x212B) return 0xE5;
  if (code == 0x131) return 'i';
  if (code == 0x17F) return 's';
  if (code == 0x3C2) return 0x3C3;
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
  if (code >= 0x100 && code < 0x180 && code != 0x138 && code != 0x149) {
    const bool odd_is_capital =
        (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (code == 0x178) return 0xFF;
    return odd_is_capital ? code + (code & 1) : code | 1;
  }
  if (code == 0x218 || code == 0x21A) return code + 1;
  if (code >= 0x391 && code <= 0x3AB) return code + 32;
  if (code >= 0x400 && code <= 0x40F) return code + 80;
  if (code >= 0x410 && code <= 0x42F) return code + 32;
  if (code >= 0x460 && code < 0x530) return code | 1;
  return code;
}

std::u32string FoldedWords(std::u32string_view text) {
  constexpr const char32_t* kLigatures[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
  std::u32string words;
  for (const char32_t code : text) {
    if (code >= 0xFB00 && code <= 0xFB06) {
      words += kLigatures[code - 0xFB00];
    } else if (code == 0xC6 || code == 0xE6) {
      words += U"ae";
    } else if (code == 0x152 || code == 0x153) {
      words += U"oe";
    } else if (code == 0x132 || code == 0x133) {
      words += U"ij";
    } else if (IsOfWords(code)) {
      words += Folded(code);
    }
  }
  return words;
}

}  // namespace dossier::pdf::content
