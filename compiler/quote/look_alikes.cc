// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/look_alikes.h"

#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/guarded_words.h"

namespace dossier::quote {
namespace {

constexpr std::pair<char32_t, char> kLookAlikes[] = {
    {U'а', 'a'}, {U'е', 'e'}, {U'о', 'o'}, {U'р', 'p'}, {U'с', 'c'}, {U'у', 'y'}, {U'х', 'x'},
    {U'і', 'i'}, {U'ј', 'j'}, {U'ѕ', 's'}, {U'һ', 'h'}, {U'ԁ', 'd'}, {U'ԛ', 'q'}, {U'ԝ', 'w'},
    {U'А', 'A'}, {U'В', 'B'}, {U'Е', 'E'}, {U'К', 'K'}, {U'М', 'M'}, {U'Н', 'H'}, {U'О', 'O'},
    {U'Р', 'P'}, {U'С', 'C'}, {U'Т', 'T'}, {U'У', 'Y'}, {U'Х', 'X'}, {U'І', 'I'}, {U'Ј', 'J'},
    {U'Ѕ', 'S'}, {U'ο', 'o'}, {U'Α', 'A'}, {U'Β', 'B'}, {U'Ε', 'E'}, {U'Ζ', 'Z'}, {U'Η', 'H'},
    {U'Ι', 'I'}, {U'Κ', 'K'}, {U'Μ', 'M'}, {U'Ν', 'N'}, {U'Ο', 'O'}, {U'Ρ', 'P'}, {U'Τ', 'T'},
    {U'Υ', 'Y'}, {U'Χ', 'X'}};

bool IsLatin(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= 0xC0 && code < 0x250);
}

bool IsCyrillic(char32_t code) { return code >= 0x400 && code < 0x530; }

}  // namespace

std::string WithoutLookAlikes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    char latin = 0;
    for (const auto& [code, letter] : kLookAlikes) {
      if (code == decoded.code) latin = letter;
    }
    if (latin != 0) {
      out += latin;
    } else {
      out += text.substr(at, decoded.size);
    }
    at += decoded.size;
  }
  return out;
}

bool LookAlike(std::string_view one, std::string_view other) {
  return one != other && WithoutLookAlikes(one) == WithoutLookAlikes(other);
}

std::optional<std::string> MixedWord(std::string_view text) {
  for (std::string& word : WordsOf(text)) {
    bool latin = false;
    bool cyrillic = false;
    for (std::size_t at = 0; at < word.size();) {
      const utf8::Decoded decoded = utf8::DecodeAt(word, at);
      latin = latin || IsLatin(decoded.code);
      cyrillic = cyrillic || IsCyrillic(decoded.code);
      at += decoded.size;
    }
    if (latin && cyrillic) return std::move(word);
  }
  return std::nullopt;
}

}  // namespace dossier::quote
