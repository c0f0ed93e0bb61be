// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/identifiers/identifier.h"

namespace dossier::identifiers {

[[nodiscard]] constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr char Upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] std::string Upper(std::string_view text);
/// "56" as "0056".
[[nodiscard]] std::string Padded(std::string_view digits, std::size_t width);
/// Without zeros in front; "0" for zero.
[[nodiscard]] std::string_view Unpadded(std::string_view digits);
/// Value of at most nine digits.
[[nodiscard]] int ToInt(std::string_view digits);

/// Reads a text from the left.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool AtEnd() const { return at_ == text_.size(); }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  [[nodiscard]] std::string_view Rest() const { return text_.substr(at_); }

  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  /// A word without regard to case.
  bool TakeWord(std::string_view word);
  void SkipSpaces();
  std::string_view Digits() { return TakeWhile(IsDigit); }
  std::string_view Letters() { return TakeWhile(IsLetter); }
  template <typename Test>
  std::string_view TakeWhile(Test test) {
    const std::size_t begin = at_;
    while (!AtEnd() && test(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void Back(std::size_t to) { at_ = to; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

[[nodiscard]] inline IdentifierReading Wrong(IdentifierKind kind, std::string reason,
                                             std::size_t at) {
  return IdentifierError{kind, std::move(reason), at};
}
/// Says what is wrong with a year, or nothing.
[[nodiscard]] std::string YearProblem(std::string_view digits, int earliest, const Limits& limits);

}  // namespace dossier::identifiers
