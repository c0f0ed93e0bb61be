// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "compiler/load/fields.h"
#include "compiler/model/case.h"

/// Decoders of single values. Each reads the words as written and never guesses a type: `no` is a
/// language where a language is wanted, and an error where a truth value is.
namespace dossier::load {

/// One line or more of text. D0103.
struct StringDecoder {
  void operator()(const Value& value, std::string& out) const;
  void operator()(const Value& value, model::Text& out) const;
};
inline constexpr StringDecoder kString;

/// Small letters, digits, hyphens and dots, beginning with a letter or digit; for packs, parts
/// joined by slashes. D0103, D0108.
struct IdDecoder {
  bool slashes = false;
  void operator()(const Value& value, std::string& out) const;
  void operator()(const Value& value, model::Text& out) const;
};
inline constexpr IdDecoder kId;
inline constexpr IdDecoder kPackId{.slashes = true};

/// A text, or a map with a text for each language. D0103, D0105, D0110.
struct WordsDecoder {
  void operator()(const Value& value, model::LocalizedText& out) const;
};
inline constexpr WordsDecoder kWords;

/// A language tag (BCP 47) such as `lt` or `kk-Cyrl`. D0103, D0105.
struct LanguageDecoder {
  void operator()(const Value& value, std::string& out) const;
  void operator()(const Value& value, model::Text& out) const;
};
inline constexpr LanguageDecoder kLanguage;
/// D0105 at `span` unless it is one; `key` is what it stands under.
bool ReportUnlessLanguage(std::string_view tag, std::string_view key, Span span,
                          diagnostics::Sink& sink);

/// `true` or `false`, bare. D0103; D0104 for the other words that YAML once read as such.
struct BooleanDecoder {
  void operator()(const Value& value, bool& out) const;
};
inline constexpr BooleanDecoder kBoolean;

/// A whole number from `min` to `max` in plain digits, without a leading zero. D0103.
struct NumberDecoder {
  int min = 0;
  int max = std::numeric_limits<int>::max();
  void operator()(const Value& value, int& out) const;
  void operator()(const Value& value, std::optional<int>& out) const;
};
inline constexpr NumberDecoder kNumber;
inline constexpr NumberDecoder kPercentage{.min = 0, .max = 100};

/// A whole number, also below zero, in plain digits. D0103.
struct IntegerDecoder {
  void operator()(const Value& value, std::optional<std::int64_t>& out) const;
};
inline constexpr IntegerDecoder kInteger;

/// A decimal fraction with at most six places, exact: 3, -0.5, 12.125. D0103.
struct DecimalDecoder {
  void operator()(const Value& value, model::Decimal& out) const;
  void operator()(const Value& value, std::optional<model::Decimal>& out) const;
};
inline constexpr DecimalDecoder kDecimal;

/// `2023`, `2023-12`, `2023-12-21`, a day with a time, or `pending`. D0103, D0106.
struct DateDecoder {
  void operator()(const Value& value, model::CaseDate& out) const;
  void operator()(const Value& value, std::optional<Date>& out) const;
};
inline constexpr DateDecoder kDate;

/// The words of a citation with their place. D0103.
struct CitationDecoder {
  void operator()(const Value& value, model::Citation& out) const;
};
inline constexpr CitationDecoder kCitation;

/// A path below the case folder. D0014, D0103.
struct PathDecoder {
  void operator()(const Value& value, model::Text& out) const;
};
inline constexpr PathDecoder kPath;

/// 64 hexadecimal digits. D0103.
struct DigestDecoder {
  void operator()(const Value& value, Digest& out) const;
};
inline constexpr DigestDecoder kDigest;

}  // namespace dossier::load
