// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::diagnostics {

/// One value inside a message.
///
/// A plain string counts as personal: names, titles, quoted words and paths may identify someone,
/// and logs get pasted. Only what is built by `Id` or `Number` survives redaction.
class Arg {
 public:
  Arg(std::string text) : text_(std::move(text)) {}       // NOLINT: implicit by design
  Arg(std::string_view text) : text_(text) {}             // NOLINT: implicit by design
  Arg(const char* text) : text_(text) {}                  // NOLINT: implicit by design

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool personal() const { return personal_; }

 private:
  friend Arg Id(std::string_view text);
  std::string text_;
  bool personal_ = true;
};

/// A neutral id, a code, a key of the schema, a file format: never personal.
[[nodiscard]] Arg Id(std::string_view text);
[[nodiscard]] Arg Number(long long value);

/// A sentence with {0}, {1}, ... for its arguments, filled late so that it can be redacted.
struct Text {
  Text() = default;
  Text(std::string_view pattern_in, std::initializer_list<Arg> args_in = {})
      : pattern(pattern_in), args(args_in) {}
  Text(const char* pattern_in) : pattern(pattern_in) {}  // NOLINT: implicit by design

  [[nodiscard]] bool empty() const { return pattern.empty(); }
  /// With every argument, or with `[…]` for the personal ones.
  [[nodiscard]] std::string Full() const;
  [[nodiscard]] std::string Redacted() const;

  std::string pattern;
  std::vector<Arg> args;
};

/// Replaces {0}, {1}, ... A number without an argument stays as it is.
[[nodiscard]] std::string Fill(std::string_view pattern, const std::vector<std::string>& values);

}  // namespace dossier::diagnostics
