// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/running_text.h"

#include "compiler/foundation/utf8.h"
#include "compiler/quote/normalise.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kNone = std::string::npos;

struct Marks {
  std::string_view close;
  std::string_view open[3];  // any of them opens
  bool single = false;       // may be an apostrophe as well
};

constexpr Marks kMarks[] = {{"”", {"“", "„", "“"}, false},     {"“", {"„", "„", "„"}, false},
                            {"»", {"«", "«", "«"}, false},     {"«", {"»", "»", "»"}, false},
                            {"\"", {"\"", "\"", "\""}, false}, {"›", {"‹", "‹", "‹"}, false},
                            {"’", {"‘", "‚", "‘"}, true},      {"‘", {"‚", "‚", "‚"}, true},
                            {"'", {"'", "'", "'"}, true}};

bool StartsWith(std::string_view text, std::string_view start) {
  return !start.empty() && text.substr(0, start.size()) == start;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool LetterBefore(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do {
    --at;
  } while (at > 0 && utf8::IsContinuation(text[at]));
  return IsLetter(utf8::DecodeAt(text, at).code);
}

bool Opens(std::string_view rest, const Marks& marks) {
  for (const std::string_view open : marks.open) {
    if (StartsWith(rest, open)) return true;
  }
  return false;
}

/// Begin of the mark that opens what closes at `end`, nested pairs skipped. A single mark behind a
/// letter is an apostrophe or closes; between a single pair double ones stand in pairs.
std::size_t Opening(std::string_view text, std::size_t end, const Marks& marks) {
  const bool same = marks.open[0] == marks.close || marks.open[2] == marks.close;
  int depth = 1;
  int doubles = 0;
  for (std::size_t at = end; at-- > 0;) {
    if (utf8::IsContinuation(text[at])) continue;
    const std::string_view rest = text.substr(at);
    if (marks.single) {
      if (StartsWith(rest, "“")) ++doubles;
      if (StartsWith(rest, "”")) --doubles;
      if (Opens(rest, marks) && !LetterBefore(text, at) && doubles == 0) return at;
    } else if (Opens(rest, marks)) {
      if (--depth == 0) return at;
    } else if (!same && StartsWith(rest, marks.close)) {
      ++depth;
    }
  }
  return kNone;
}

void TrimBack(std::string_view& text) {
  while (EndsWith(text, " ") || EndsWith(text, "\u00A0") || EndsWith(text, "\u202F")) {
    text.remove_suffix(EndsWith(text, " ") ? 1 : (EndsWith(text, "\u00A0") ? 2 : 3));
  }
}

std::size_t MarkSize(std::string_view text, std::size_t at) { return utf8::DecodeAt(text, at).size; }

}  // namespace

void RunningText::Add(std::string_view words, Span span) {
  const bool same = span.known() && span.end - span.begin == words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    Span place;
    if (same) {
      place = span;
      place.begin = span.begin + static_cast<std::uint32_t>(i);
      place.end = place.begin + 1;
    }
    places.push_back(place);
  }
  text += words;
}

void RunningText::Add(const RunningText& other) {
  text += other.text;
  places.insert(places.end(), other.places.begin(), other.places.end());
}

void RunningText::Clear() {
  text.clear();
  places.clear();
}

Span RunningText::PlaceOf(std::size_t begin, std::size_t end) const {
  if (begin >= end || end > places.size()) return {};
  const Span& first = places[begin];
  const Span& last = places[end - 1];
  if (!first.known() || !last.known() || first.file != last.file || first.begin >= last.end) return {};
  return {.file = first.file, .begin = first.begin, .end = last.end};
}

Extent QuotedAtTheEnd(std::string_view text) {
  TrimBack(text);
  if (!text.empty() && std::string_view(",.;:").find(text.back()) != kNone) text.remove_suffix(1);
  for (const Marks& marks : kMarks) {
    if (!EndsWith(text, marks.close)) continue;
    std::string_view words = text.substr(0, text.size() - marks.close.size());
    const std::size_t open = Opening(words, words.size(), marks);
    if (open == kNone) continue;
    Extent extent{.begin = open + MarkSize(text, open), .end = words.size()};
    words = words.substr(0, extent.end);
    TrimBack(words);
    extent.end = words.size();
    while (extent.begin < extent.end && (StartsWith(text.substr(extent.begin), " ") || StartsWith(text.substr(extent.begin), "\u00A0") || StartsWith(text.substr(extent.begin), "\u202F"))) {
      extent.begin += MarkSize(text, extent.begin);
    }
    if (!extent.empty()) return extent;
  }
  return {};
}

std::size_t OpenQuotation(std::string_view text) {
  struct Open {
    std::string_view mark;
    std::size_t begin = 0;
  };
  std::vector<Open> open;
  for (std::size_t at = 0; at < text.size(); at += MarkSize(text, at)) {
    const std::string_view mark = text.substr(at, MarkSize(text, at));
    // “ closes what „ opened.
    const bool lithuanian = mark == "“" && !open.empty() && open.back().mark == "„";
    if (mark == "”" || mark == "»" || lithuanian) {
      if (!open.empty()) open.pop_back();
    } else if (mark == "“" || mark == "„" || mark == "«") {
      open.push_back({mark, at});
    }
  }
  return open.empty() ? kNone : open.front().begin;
}

bool LeavesQuotationOpen(std::string_view text) { return OpenQuotation(text) != kNone; }

std::size_t OpeningMarkAt(std::string_view text) {
  for (const std::string_view mark : {"“", "„", "«", "\""}) {
    if (StartsWith(text, mark)) return mark.size();
  }
  return 0;
}

}  // namespace dossier::quote
