// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/cursor.h"

namespace dossier::identifiers {

std::string Upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = Upper(c);
  return out;
}

std::string Padded(std::string_view digits, std::size_t width) {
  std::string out(Unpadded(digits));
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string_view Unpadded(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

int ToInt(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

bool Cursor::TakeWord(std::string_view word) {
  if (Upper(text_.substr(at_, word.size())) != Upper(word)) return false;
  at_ += word.size();
  return true;
}

void Cursor::SkipSpaces() {
  for (;;) {
    if (Peek() == ' ' || Peek() == '\t' || Peek() == '\n') {
      ++at_;
    } else if (Rest().substr(0, 2) == "\u00A0") {
      at_ += 2;
    } else {
      return;
    }
  }
}

std::string YearProblem(std::string_view digits, int earliest, const Limits& limits) {
  if (digits.size() != 4) return "a year of four digits is expected here";
  const int year = ToInt(digits);
  if (year < earliest) return "there was none before " + std::to_string(earliest);
  if (year > limits.latest_year) return "the year " + std::string(digits) + " is still to come";
  return {};
}

}  // namespace dossier::identifiers
