// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/lexer.h"

#include <array>
#include <cstdint>

namespace dossier::pdf::content {
namespace {

enum Class : std::uint8_t { kRegular, kBlank, kDelimiter };

constexpr std::array<Class, 256> kClasses = [] {
  std::array<Class, 256> classes{};
  for (const unsigned char c : {'\0', '\t', '\n', '\f', '\r', ' '}) classes[c] = kBlank;
  for (const unsigned char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
    classes[c] = kDelimiter;
  }
  return classes;
}();

Class ClassOf(char c) { return kClasses[static_cast<unsigned char>(c)]; }

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// As readers take it: sign, digits, one point; "1.2.3" and "--5" are damaged numbers and still
/// read.
bool ToNumber(std::string_view word, double& number) {
  double value = 0;
  double place = 1;
  bool negative = false;
  bool digits = false;
  bool fraction = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= '0' && c <= '9') {
      digits = true;
      if (fraction) {
        place /= 10;
        value += place * (c - '0');
      } else {
        value = value * 10 + (c - '0');
      }
    } else if (c == '.') {
      if (fraction) break;
      fraction = true;
    } else if ((c == '-' || c == '+') && !digits && !fraction) {
      negative = negative || c == '-';
    } else if (c == '-' && digits) {
      break;
    } else {
      return false;
    }
  }
  if (!digits && !fraction) return false;
  number = negative ? -value : value;
  return true;
}

}  // namespace

void Lexer::SkipBlank() {
  while (at_ < data_.size()) {
    const char c = data_[at_];
    if (ClassOf(c) == kBlank) {
      ++at_;
    } else if (c == '%') {
      while (at_ < data_.size() && data_[at_] != '\n' && data_[at_] != '\r') ++at_;
    } else {
      return;
    }
  }
}

std::string& Lexer::Room() {
  if (used_ == room_.size()) room_.emplace_back();
  std::string& room = room_[used_++];
  room.clear();
  return room;
}

Token Lexer::Next() {
  for (;;) {
    SkipBlank();
    if (at_ >= data_.size()) return {};
    switch (data_[at_]) {
      case '/':
        return Name();
      case '(':
        return Literal();
      case '[':
        ++at_;
        return {.kind = TokenKind::kArrayBegin};
      case ']':
        ++at_;
        return {.kind = TokenKind::kArrayEnd};
      case '<':
        if (at_ + 1 >= data_.size() || data_[at_ + 1] != '<') return Hex();
        at_ += 2;
        return {.kind = TokenKind::kDictBegin};
      case '>':
        at_ += at_ + 1 < data_.size() && data_[at_ + 1] == '>' ? 2 : 1;
        return {.kind = TokenKind::kDictEnd};
      case ')':
      case '{':
      case '}':
        ++at_;
        break;
      default:
        return NumberOrWord();
    }
  }
}

Token Lexer::NumberOrWord() {
  const std::size_t begin = at_;
  while (at_ < data_.size() && ClassOf(data_[at_]) == kRegular) ++at_;
  const std::string_view word = data_.substr(begin, at_ - begin);
  const char first = word.front();
  double number = 0;
  const bool looks = (first >= '0' && first <= '9') || first == '-' || first == '.' || first == '+';
  if (looks && ToNumber(word, number)) return {.kind = TokenKind::kNumber, .number = number};
  return {.kind = TokenKind::kWord, .text = word};
}

Token Lexer::Name() {
  const std::size_t begin = ++at_;
  bool escaped = false;
  while (at_ < data_.size() && ClassOf(data_[at_]) == kRegular) {
    escaped = escaped || data_[at_] == '#';
    ++at_;
  }
  const std::string_view raw = data_.substr(begin, at_ - begin);
  if (!escaped) return {.kind = TokenKind::kName, .text = raw};
  std::string& name = Room();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool code = raw[i] == '#' && i + 2 < raw.size() && HexDigit(raw[i + 1]) >= 0 &&
                      HexDigit(raw[i + 2]) >= 0;
    name += code ? static_cast<char>(HexDigit(raw[i + 1]) * 16 + HexDigit(raw[i + 2])) : raw[i];
    if (code) i += 2;
  }
  return {.kind = TokenKind::kName, .text = name};
}

Token Lexer::Hex() {
  ++at_;
  std::string& bytes = Room();
  int high = -1;
  while (at_ < data_.size() && data_[at_] != '>') {
    const int digit = HexDigit(data_[at_++]);
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      bytes += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  if (at_ < data_.size()) ++at_;
  if (high >= 0) bytes += static_cast<char>(high * 16);
  return {.kind = TokenKind::kString, .text = bytes};
}

}  // namespace dossier::pdf::content
