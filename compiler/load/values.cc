// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "compiler/io/file_system.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

bool IsSmallLetter(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlphanumeric(char c) { return IsSmallLetter(c) || (c >= 'A' && c <= 'Z') || IsDigit(c); }

bool IsId(std::string_view text, bool slashes) {
  bool at_start = true;
  for (const char c : text) {
    if (slashes && c == '/' && !at_start) {
      at_start = true;
      continue;
    }
    if (!IsSmallLetter(c) && !IsDigit(c) && (at_start || (c != '-' && c != '.'))) return false;
    at_start = false;
  }
  return !at_start;
}

/// RFC 5646 in outline: two or three small letters, then parts of one to eight letters or digits.
bool IsLanguageTag(std::string_view text) {
  const std::string_view primary = text.substr(0, text.find('-'));
  if (primary.size() < 2 || primary.size() > 3) return false;
  if (!std::all_of(primary.begin(), primary.end(), IsSmallLetter)) return false;
  for (std::string_view rest = text.substr(primary.size()); !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view part = rest.substr(0, rest.find('-'));
    if (part.empty() || part.size() > 8) return false;
    if (!std::all_of(part.begin(), part.end(), IsAlphanumeric)) return false;
    rest.remove_prefix(part.size());
  }
  return true;
}

/// The words that YAML 1.1 reads as a truth value, in any of its spellings of large letters.
bool IsImplicitBoolean(std::string_view text) {
  constexpr std::array<std::string_view, 8> kWordsOfYaml11 = {"y",  "n",   "yes",  "no",
                                                              "on", "off", "true", "false"};
  std::string small(text);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(kWordsOfYaml11.begin(), kWordsOfYaml11.end(), small) != kWordsOfYaml11.end();
}

/// The text of a scalar, or null after D0103.
const std::string* ScalarOf(const Value& value, std::string_view wanted) {
  if (value.node.is_scalar()) return &value.node.text;
  ReportWrongType(value, wanted);
  return nullptr;
}

/// Why text that looks like a date is none.
diagnostics::Text DateHint(std::string_view text) {
  int year = 0;
  int month = 0;
  if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
    std::from_chars(text.data(), text.data() + 4, year);
    std::from_chars(text.data() + 5, text.data() + 7, month);
    if (month >= 1 && month <= 12) {
      return {"this month has {0} days", {diagnostics::Number(DaysInMonth(year, month))}};
    }
  }
  return "write 2023, 2023-12 or 2023-12-21, or `pending` for a date that is still to come";
}

std::optional<Date> DateOf(const Value& value) {
  const std::string* text = ScalarOf(value, "a date");
  if (text == nullptr) return std::nullopt;
  std::optional<Date> date = Date::Parse(*text);
  if (!date) {
    value.sink.Report({.kind = Kind::kInvalidDate,
                       .args = {*text},
                       .place = value.node.span,
                       .hint = DateHint(*text)});
  }
  return date;
}

/// A decimal fraction in millionths; nothing when it has more than six places, a needless zero in
/// front, or does not fit.
std::optional<std::int64_t> Millionths(std::string_view text) {
  constexpr std::size_t kPlaces = 6;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view places = text.substr(std::min(point + 1, text.size()));
  if (whole.empty() || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
  if (point < text.size() && (places.empty() || places.size() > kPlaces)) return std::nullopt;
  std::int64_t number = 0;
  for (const std::string_view part : {whole, places}) {
    for (const char c : part) {
      if (!IsDigit(c) || __builtin_mul_overflow(number, 10, &number) ||
          __builtin_add_overflow(number, c - '0', &number)) {
        return std::nullopt;
      }
    }
  }
  for (std::size_t i = places.size(); i < kPlaces; ++i) {
    if (__builtin_mul_overflow(number, 10, &number)) return std::nullopt;
  }
  return negative ? -number : number;
}

/// Runs the decoder of plain text and adds the place.
template <typename Decoder>
void WithPlace(const Decoder& decode, const Value& value, model::Text& out) {
  decode(value, out.value);
  out.span = value.node.span;
}

}  // namespace

void StringDecoder::operator()(const Value& value, std::string& out) const {
  if (const std::string* text = ScalarOf(value, "a text")) out = *text;
}
void StringDecoder::operator()(const Value& value, model::Text& out) const {
  WithPlace(*this, value, out);
}

void IdDecoder::operator()(const Value& value, std::string& out) const {
  const std::string* text = ScalarOf(value, "an id");
  if (text == nullptr) return;
  if (IsId(*text, slashes)) {
    out = *text;
    return;
  }
  value.sink.Report({.kind = Kind::kInvalidId, .args = {*text}, .place = value.node.span});
}
void IdDecoder::operator()(const Value& value, model::Text& out) const {
  WithPlace(*this, value, out);
}

void WordsDecoder::operator()(const Value& value, model::LocalizedText& out) const {
  out.span = value.node.span;
  if (value.node.is_scalar()) {
    out.texts.emplace_back("", value.node.text);
    return;
  }
  if (!value.node.is_map()) return ReportWrongType(value, "a text, or a text for each language");
  for (const yaml::Entry& entry : value.node.entries) {
    if (!IsLanguageTag(entry.key)) {
      value.sink.Report({.kind = Kind::kUnknownValue,
                         .args = {entry.key, Id(value.key)},
                         .place = entry.key_span,
                         .hint = "name a language: en, lt, ru, kk"});
      continue;
    }
    const Value text{entry.value, value.key, value.sink};
    if (ReportIfEmpty(text)) continue;
    kString(text, out.texts.emplace_back(entry.key, "").second);
  }
}

bool ReportUnlessLanguage(std::string_view tag, std::string_view key, Span span,
                          diagnostics::Sink& sink) {
  if (IsLanguageTag(tag)) return true;
  sink.Report({.kind = Kind::kUnknownValue,
               .args = {tag, Id(key)},
               .place = span,
               .hint = "write a language tag: en, lt, ru, kk"});
  return false;
}

void LanguageDecoder::operator()(const Value& value, std::string& out) const {
  const std::string* text = ScalarOf(value, "a language");
  if (text == nullptr) return;
  if (ReportUnlessLanguage(*text, value.key, value.node.span, value.sink)) out = *text;
}
void LanguageDecoder::operator()(const Value& value, model::Text& out) const {
  WithPlace(*this, value, out);
}

void BooleanDecoder::operator()(const Value& value, bool& out) const {
  if (value.node.is_scalar() && !value.node.quoted) {
    if (value.node.text == "true" || value.node.text == "false") {
      out = value.node.text == "true";
      return;
    }
    if (IsImplicitBoolean(value.node.text)) {
      value.sink.Report({.kind = Kind::kImplicitBoolean,
                         .args = {value.node.text},
                         .place = value.node.span,
                         .hint = "write true or false"});
      return;
    }
  }
  ReportWrongType(value, "true or false");
}

void NumberDecoder::operator()(const Value& value, int& out) const {
  const std::string_view text = value.node.text;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool plain = value.node.is_scalar() && !value.node.quoted && error == std::errc() &&
                     end == text.data() + text.size() && (text == "0" || text.front() != '0');
  if (plain && number >= min && number <= max) {
    out = number;
    return;
  }
  std::string wanted = "a whole number";
  if (max != std::numeric_limits<int>::max()) {
    wanted += " from " + std::to_string(min) + " to " + std::to_string(max);
  } else if (min > 0) {
    wanted += " from " + std::to_string(min);
  }
  ReportWrongType(value, wanted);
}
void NumberDecoder::operator()(const Value& value, std::optional<int>& out) const {
  int number = -1;
  const int unread = number;
  (*this)(value, number);
  if (number != unread) out = number;
}

void IntegerDecoder::operator()(const Value& value, std::optional<std::int64_t>& out) const {
  const std::string_view text = value.node.text;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  const bool plain = value.node.is_scalar() && !value.node.quoted && error == std::errc() &&
                     end == text.data() + text.size() && (text == "0" || digits.front() != '0');
  if (!plain) return ReportWrongType(value, "a whole number");
  out = number;
}

void DecimalDecoder::operator()(const Value& value, model::Decimal& out) const {
  const std::optional<std::int64_t> read = value.node.is_scalar() && !value.node.quoted
                                               ? Millionths(value.node.text)
                                               : std::nullopt;
  if (!read) return ReportWrongType(value, "a number with at most six decimal places");
  out.millionths = *read;
}
void DecimalDecoder::operator()(const Value& value, std::optional<model::Decimal>& out) const {
  std::optional<model::Decimal> number(std::in_place);
  const std::size_t before = value.sink.findings().size();
  (*this)(value, *number);
  if (value.sink.findings().size() == before) out = number;
}

void DateDecoder::operator()(const Value& value, model::CaseDate& out) const {
  out.span = value.node.span;
  if (value.node.is_scalar() && value.node.text == "pending") {
    out.pending = true;
    return;
  }
  out.date = DateOf(value);
}
void DateDecoder::operator()(const Value& value, std::optional<Date>& out) const {
  out = DateOf(value);
}

void CitationDecoder::operator()(const Value& value, model::Citation& out) const {
  kString(value, out.text);
  out.span = value.node.span;
}

void PathDecoder::operator()(const Value& value, model::Text& out) const {
  const std::string* text = ScalarOf(value, "a path");
  if (text == nullptr) return;
  if (!io::IsPlainRelativePath(*text)) {
    value.sink.Report({.kind = Kind::kPathEscapes,
                       .args = {*text},
                       .place = value.node.span,
                       .hint = "write it from the case folder on, without . and .."});
    return;
  }
  out = {*text, value.node.span};
}

void DigestDecoder::operator()(const Value& value, Digest& out) const {
  if (value.node.is_scalar()) {
    if (const std::optional<Digest> digest = Digest::FromHex(value.node.text)) {
      out = *digest;
      return;
    }
  }
  ReportWrongType(value, "64 hexadecimal digits");
}

}  // namespace dossier::load
