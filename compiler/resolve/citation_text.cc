// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/citation_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace dossier::resolve {
namespace {

using model::Pinpoint;
using model::PinpointKind;
using model::PinpointRange;

struct KindWord {
  std::string_view word;  // small letters; a stop after it is optional
  PinpointKind kind;
};

constexpr KindWord kKindWords[] = {
    {"p", PinpointKind::kPage},          {"pp", PinpointKind::kPage},
    {"page", PinpointKind::kPage},       {"pages", PinpointKind::kPage},
    {"para", PinpointKind::kParagraph},  {"paras", PinpointKind::kParagraph},
    {"¶", PinpointKind::kParagraph},     {"¶¶", PinpointKind::kParagraph},
    {"§", PinpointKind::kSection},       {"§§", PinpointKind::kSection},
    {"art", PinpointKind::kArticle},     {"arts", PinpointKind::kArticle},
    {"article", PinpointKind::kArticle}, {"articles", PinpointKind::kArticle},
    {"note", PinpointKind::kNote},       {"notes", PinpointKind::kNote},
    {"n", PinpointKind::kNote},          {"nn", PinpointKind::kNote},
    {"annex", PinpointKind::kAnnex},     {"at", PinpointKind::kTimestamp}};

constexpr std::string_view kKindHint = "p., pdf p., para, §, art., note, annex or a time";

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsIdByte(char c) {
  return IsDigit(c) || IsLetter(c) || c == '-' || c == '_' || c == '.' || (c & 0x80) != 0;
}
bool IsValueByte(char c) {
  return IsDigit(c) || IsLetter(c) || c == '.' || c == '(' || c == ')' || c == '/' || c == ':';
}
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool IsTime(std::string_view value) {
  const std::size_t colons = static_cast<std::size_t>(std::count(value.begin(), value.end(), ':'));
  if (colons < 1 || colons > 2 || !IsDigit(value.front()) || !IsDigit(value.back())) return false;
  return std::all_of(value.begin(), value.end(), [](char c) { return IsDigit(c) || c == ':'; });
}

/// Words of the grammar are no values, so that a list never swallows what follows it.
bool IsGrammarWord(std::string_view value) {
  if (value == "and" || value == "pdf") return true;
  return std::any_of(std::begin(kKindWords), std::end(kKindWords),
                     [&](const KindWord& entry) { return entry.word == value; });
}

/// A cursor over the text of one citation.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] std::variant<ParsedCitation, CitationError> Read();

 private:
  [[nodiscard]] bool AtEnd() const { return at_ >= text_.size(); }
  [[nodiscard]] char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  [[nodiscard]] bool StartsWith(std::string_view word) const {
    return text_.substr(at_, word.size()) == word;
  }
  /// Spaces, line ends and no-break spaces.
  void SkipSpaces();
  /// A word of letters, or one or two section or paragraph signs. Leaves the cursor after it.
  std::string Word();
  std::optional<PinpointKind> Kind();
  bool ReadPinpoint(ParsedCitation& out);
  bool ReadRanges(Pinpoint& pinpoint);
  std::string Value();
  std::string Parts();
  bool Dash();
  /// True, with the cursor after it, when a comma or "and" leads to another value of this list.
  bool NextInList(PinpointKind kind);
  bool Fail(std::string reason, std::size_t begin);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t ranges_ = 0;
  CitationError error_;
};

void Reader::SkipSpaces() {
  while (!AtEnd()) {
    if (IsSpace(Peek())) {
      ++at_;
    } else if (StartsWith("\u00A0")) {
      at_ += 2;
    } else if (StartsWith("\u202F")) {
      at_ += 3;
    } else {
      return;
    }
  }
}

bool Reader::Fail(std::string reason, std::size_t begin) {
  error_ = {.reason = std::move(reason), .begin = begin, .end = std::max(begin, at_)};
  if (error_.end == begin) error_.end = text_.size();
  return false;
}

std::string Reader::Word() {
  std::string word;
  while (word.size() < 4 && (StartsWith("§") || StartsWith("¶"))) {
    word += text_.substr(at_, 2);
    at_ += 2;
  }
  if (!word.empty()) return word;
  while (!AtEnd() && IsLetter(Peek()) && word.size() <= kMaxPinpointValue) {
    word += Lower(Peek());
    ++at_;
  }
  return word;
}

std::optional<PinpointKind> Reader::Kind() {
  const std::size_t begin = at_;
  bool position = false;
  std::string word = Word();
  if (word == "pdf") {
    position = true;
    SkipSpaces();
    word = Word();
  }
  for (const KindWord& entry : kKindWords) {
    if (word != entry.word) continue;
    if (position && entry.kind != PinpointKind::kPage) break;
    if (Peek() == '.') ++at_;
    return position ? PinpointKind::kPdfPage : entry.kind;
  }
  at_ = begin;
  return std::nullopt;
}

std::string Reader::Value() {
  std::string value;
  const std::size_t begin = at_;
  while (!AtEnd() && IsValueByte(Peek())) ++at_;
  // "C-3" is one printed label; "3-5", "i-v" and "12a-14" are ranges.
  const std::string_view head = text_.substr(begin, at_ - begin);
  const bool capitals = !head.empty() && std::all_of(head.begin(), head.end(),
                                                     [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals && Peek() == '-' && at_ + 1 < text_.size() && IsDigit(text_[at_ + 1])) {
    ++at_;
    while (!AtEnd() && IsValueByte(Peek())) ++at_;
  }
  value = std::string(text_.substr(begin, at_ - begin));
  // A stop at the end closes a sentence or an abbreviation; it is never part of a number.
  while (!value.empty() && (value.back() == '.' || value.back() == ':' || value.back() == '/')) {
    value.pop_back();
  }
  return value;
}

/// "405 part 2" is 405(2).
std::string Reader::Parts() {
  std::string parts;
  for (;;) {
    const std::size_t begin = at_;
    SkipSpaces();
    const bool part = Word() == "part";
    SkipSpaces();
    const std::string value = part ? Value() : std::string();
    if (value.empty() || IsGrammarWord(value)) {
      at_ = begin;
      return parts;
    }
    parts += "(" + value + ")";
  }
}

bool Reader::Dash() {
  const std::size_t begin = at_;
  SkipSpaces();
  for (const std::string_view dash : {"-", "–", "—", "\u2011", "\u2010"}) {
    if (StartsWith(dash)) {
      at_ += dash.size();
      SkipSpaces();
      return true;
    }
  }
  at_ = begin;
  return false;
}

bool Reader::NextInList(PinpointKind kind) {
  const std::size_t begin = at_;
  SkipSpaces();
  bool separator = false;
  if (Peek() == ',' || Peek() == '&') {
    ++at_;
    separator = true;
    SkipSpaces();
  }
  const std::size_t word_begin = at_;
  if (Word() == "and" && !AtEnd() && !IsValueByte(Peek())) {
    separator = true;
    SkipSpaces();
  } else {
    at_ = word_begin;
  }
  if (separator && !AtEnd()) {
    const std::size_t value_begin = at_;
    const bool other_kind = Kind().has_value();
    at_ = value_begin;
    const std::string value = Value();
    at_ = value_begin;
    const bool is_time = !value.empty() && IsTime(value);
    if (!other_kind && (!is_time || kind == PinpointKind::kTimestamp)) return true;
  }
  at_ = begin;
  return false;
}

bool Reader::ReadRanges(Pinpoint& pinpoint) {
  do {
    const std::size_t begin = at_;
    PinpointRange range;
    range.first = Value();
    if (range.first.empty() || IsGrammarWord(range.first)) {
      return Fail("a number is expected here", begin);
    }
    if (pinpoint.kind == PinpointKind::kArticle) range.first += Parts();
    range.last = range.first;
    if (Dash()) range.last = Value();
    if (range.last.empty() || IsGrammarWord(range.last)) {
      return Fail("the range has no end", begin);
    }
    if (range.first.size() > kMaxPinpointValue || range.last.size() > kMaxPinpointValue) {
      return Fail("this number is too long", begin);
    }
    if (pinpoint.kind == PinpointKind::kTimestamp && !(IsTime(range.first) && IsTime(range.last))) {
      return Fail("a time is written 12:30 or 1:12:30", begin);
    }
    if (++ranges_ > kMaxPinpointRanges) return Fail("too many places in one citation", begin);
    pinpoint.ranges.push_back(std::move(range));
  } while (NextInList(pinpoint.kind));
  return true;
}

bool Reader::ReadPinpoint(ParsedCitation& out) {
  const std::size_t begin = at_;
  Pinpoint pinpoint;
  if (const auto kind = Kind()) {
    pinpoint.kind = *kind;
    SkipSpaces();
    if (AtEnd()) return Fail("a number is expected after this", begin);
  } else {
    const std::string value = Value();
    at_ = begin;
    if (!value.empty() && IsTime(value)) {
      pinpoint.kind = PinpointKind::kTimestamp;
    } else {
      while (!AtEnd() && !IsSpace(Peek()) && Peek() != ',') ++at_;
      const std::string word(text_.substr(begin, at_ - begin));
      return Fail("\"" + word + "\" does not say what it counts: " + std::string(kKindHint), begin);
    }
  }
  if (!ReadRanges(pinpoint)) return false;
  out.pinpoints.push_back(std::move(pinpoint));
  return true;
}

std::variant<ParsedCitation, CitationError> Reader::Read() {
  ParsedCitation out;
  SkipSpaces();
  if (Peek() == '@') ++at_;
  const std::size_t begin = at_;
  while (!AtEnd() && IsIdByte(Peek()) && !StartsWith("\u00A0") && !StartsWith("\u202F")) ++at_;
  out.exhibit = std::string(text_.substr(begin, at_ - begin));
  if (out.exhibit.empty()) {
    Fail("it begins with no exhibit id", begin);
    return error_;
  }
  for (;;) {
    SkipSpaces();
    if (Peek() == ',') ++at_;
    SkipSpaces();
    if (AtEnd()) return out;
    if (!ReadPinpoint(out)) return error_;
  }
}

std::string_view Marker(PinpointKind kind, bool several) {
  switch (kind) {
    case PinpointKind::kPage:
      return several ? "pp. " : "p. ";
    case PinpointKind::kPdfPage:
      return several ? "pdf pp. " : "pdf p. ";
    case PinpointKind::kParagraph:
      return several ? "paras " : "para ";
    case PinpointKind::kSection:
      return "§ ";
    case PinpointKind::kArticle:
      return "art. ";
    case PinpointKind::kNote:
      return several ? "notes " : "note ";
    case PinpointKind::kAnnex:
      return "annex ";
    case PinpointKind::kTimestamp:
      return "at ";
  }
  return "";
}

}  // namespace

std::variant<ParsedCitation, CitationError> ParseCitation(std::string_view text) {
  return Reader(text).Read();
}

std::string ToText(const Pinpoint& pinpoint) {
  const bool several =
      pinpoint.ranges.size() > 1 || (pinpoint.ranges.size() == 1 &&
                                     pinpoint.ranges.front().first != pinpoint.ranges.front().last);
  std::string text(Marker(pinpoint.kind, several));
  for (std::size_t i = 0; i < pinpoint.ranges.size(); ++i) {
    const PinpointRange& range = pinpoint.ranges[i];
    if (i > 0) text += ", ";
    text += range.first;
    if (range.last == range.first) continue;
    // A hyphen would join "C" and "3" into the one label "C-3".
    const bool capital = range.first.back() >= 'A' && range.first.back() <= 'Z';
    text += (capital ? "–" : "-") + range.last;
  }
  return text;
}

std::string ToText(const ParsedCitation& citation) {
  std::string text = citation.exhibit;
  for (const Pinpoint& pinpoint : citation.pinpoints) text += " " + ToText(pinpoint);
  return text;
}

std::vector<model::Citation> SplitGroup(std::string_view text, Span span) {
  std::vector<model::Citation> out;
  if (text.empty()) return out;
  const std::size_t width = span.end - span.begin;
  const bool mapped = width == text.size() || width == text.size() + 2;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    std::size_t from = begin;
    std::size_t to = end;
    while (from < to && IsSpace(text[from])) ++from;
    while (to > from && IsSpace(text[to - 1])) --to;
    Span place = Within(span, text.size(), from, to);
    // Each member needs a span of its own: bound citations are found by it.
    if (!mapped) place.begin += static_cast<std::uint32_t>(std::min(out.size(), width));
    out.push_back({.text = std::string(text.substr(from, to - from)), .span = place});
    begin = end + 1;
  }
  return out;
}

Span Within(Span span, std::size_t text_size, std::size_t begin, std::size_t end) {
  const std::size_t width = span.end - span.begin;
  std::size_t offset = 0;
  if (width == text_size + 2) {
    offset = 1;
  } else if (width != text_size) {
    return span;
  }
  if (begin > end || end > text_size) return span;
  Span inner = span;
  inner.begin = span.begin + static_cast<std::uint32_t>(offset + begin);
  inner.end = span.begin + static_cast<std::uint32_t>(offset + end);
  return inner;
}

}  // namespace dossier::resolve
