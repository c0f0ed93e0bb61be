// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/line_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "compiler/anchors/word_marks.h"
#include "compiler/foundation/utf8.h"

namespace dossier::anchors {
namespace {

using identifiers::Number;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSmall(char c) { return c >= 'a' && c <= 'z'; }
bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

std::string_view AfterSpaces(std::string_view text) {
  for (;;) {
    if (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == "\u00A0") {
      text.remove_prefix(2);
    } else {
      return text;
    }
  }
}

/// Bullets, emphasis and the signs of Markdown headings stand before a number, not for one.
std::string_view WithoutMarkup(std::string_view text) {
  while (!text.empty()) {
    if (text.front() == '*' || text.front() == '#' || text.front() == '>') {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == "- ") {
      text.remove_prefix(2);
    } else if (text.substr(0, 3) == "•") {
      text.remove_prefix(3);
    } else if (AfterSpaces(text).size() != text.size()) {
      text = AfterSpaces(text);
    } else {
      break;
    }
  }
  return text;
}

/// "1.1", "92": up to four numbers of at most four digits, parted by stops.
std::string_view TakeDecimals(std::string_view text) {
  std::size_t at = 0;
  for (int level = 0; level < 4; ++level) {
    const std::size_t begin = at + (level > 0 ? 1 : 0);
    std::size_t end = begin;
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (end == begin || end - begin > 4) break;
    at = end;
    if (at >= text.size() || text[at] != '.') break;
  }
  return text.substr(0, at);
}

/// What stands between two brackets, or before the second: digits, one letter, or a small roman
/// number.
std::string_view TakeInner(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 5 && (IsDigit(text[end]) || IsSmall(text[end]))) ++end;
  return text.substr(0, end);
}

std::optional<Mark> Make(Shape shape, std::string_view number, std::string_view tail) {
  auto read = identifiers::ParseNumber(number);
  if (!read) return {};
  return Mark{
      .shape = shape, .number = *std::move(read), .line = 0, .words = 0, .tail = AfterSpaces(tail)};
}

/// "[92]", "(92)", "(a)", "92)", "a)", "[^1]:".
std::optional<Mark> Bracketed(std::string_view text) {
  if (text.substr(0, 2) == "[^") {
    const std::string_view inner = TakeInner(text.substr(2));
    if (text.substr(2 + inner.size(), 2) == "]:")
      return Make(Shape::kRaised, inner, text.substr(4 + inner.size()));
    return {};
  }
  const bool square = text.front() == '[';
  const bool open = square || text.front() == '(';
  const std::string_view inner = TakeInner(text.substr(open ? 1 : 0));
  const std::size_t close = inner.size() + (open ? 1 : 0);
  if (inner.empty() || close >= text.size() || text[close] != (square ? ']' : ')')) return {};
  if (square && !IsDigit(inner.front())) return {};
  if (square && close + 1 < text.size() && text[close + 1] == '(') return {};  // a link of Markdown
  const Shape shape = square ? Shape::kSquare : open ? Shape::kRound : Shape::kHalf;
  return Make(shape, inner, text.substr(close + 1));
}

/// "¹", "<sup>1</sup>", "§ 12", "¶ 92".
std::optional<Mark> Signed(std::string_view text) {
  std::size_t at = 0;
  if (const std::string raised = identifiers::TakeRaised(text, at); !raised.empty()) {
    return Make(Shape::kRaised, raised, text.substr(at));
  }
  if (text.substr(0, 5) == "<sup>") {
    const std::string_view digits = TakeDecimals(text.substr(5));
    if (text.substr(5 + digits.size(), 6) != "</sup>") return {};
    return Make(Shape::kRaised, digits, text.substr(11 + digits.size()));
  }
  for (const auto& [sign, shape] :
       {std::pair{std::string_view("§"), Shape::kSign}, {std::string_view("¶"), Shape::kPilcrow}}) {
    if (text.substr(0, sign.size()) != sign) continue;
    const std::string_view rest = AfterSpaces(text.substr(sign.size()));
    const std::string_view digits = TakeDecimals(rest);
    return Make(shape, digits, rest.substr(digits.size()));
  }
  return {};
}

/// "92. The", "1.1 The", "92 The", "92 | The", "92" alone.
std::optional<Mark> Decimal(std::string_view text) {
  std::string_view digits = TakeDecimals(text);
  if (digits.empty()) return {};
  std::string_view rest = text.substr(digits.size());
  const bool levels = digits.find('.') != std::string_view::npos;
  const bool stop = !rest.empty() && rest.front() == '.';
  if (stop) rest.remove_prefix(1);
  while (!rest.empty() && rest.front() == '*') rest.remove_prefix(1);
  const bool parted =
      rest.empty() || AfterSpaces(rest).size() != rest.size() ||
      (stop && !IsDigit(rest.front()) && !IsSmall(rest.front()) && rest.front() != '.');
  if (!parted) return {};
  rest = AfterSpaces(rest);
  if (rest.substr(0, 2) == "| ") rest = AfterSpaces(rest.substr(2));
  return Make(stop || levels ? Shape::kDotted : Shape::kBare, digits, rest);
}

/// "IV. Conclusions", "A. Method", "a. first".
std::optional<Mark> Lettered(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 6 &&
         std::string_view("IVXLC").find(text[end]) != std::string_view::npos)
    ++end;
  const bool roman = end > 0;
  if (end == 0 && (IsCapital(text.front()) || IsSmall(text.front()))) end = 1;
  if (end == 0 || end + 1 >= text.size() || text[end] != '.' || text[end + 1] != ' ') return {};
  return Make(roman ? Shape::kRoman : Shape::kLetter, text.substr(0, end), text.substr(end + 1));
}

/// "Conclusions ........ 34", "Conclusions    34".
bool IsListed(std::string_view text) {
  return text.find("....") != std::string_view::npos ||
         text.find(". . . ") != std::string_view::npos || text.find("……") != std::string_view::npos;
}

bool IsDate(const Mark& mark) {
  constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
  return mark.shape == Shape::kBare &&
         std::any_of(std::begin(kMonths), std::end(kMonths), [&](std::string_view month) {
           return mark.tail.substr(0, month.size()) == month;
         });
}

/// What is the same on the pages where an edge line is a running head: its words, with the distance
/// of its number from that of the page ("12 Report") or with the number ("4. Findings").
std::vector<std::string> RunningHeads(const Line& line, const Mark& mark) {
  std::string words;
  for (const char c : line.text) {
    if (!IsDigit(c)) words += c;
  }
  const int value = identifiers::Value(mark.number.steps.front()).value_or(0);
  return {words + "|" + std::to_string(value - line.place), words + "=" + std::to_string(value)};
}

std::optional<Mark> MarkOf(std::string_view text) {
  text = WithoutMarkup(text);
  if (text.empty() || IsListed(text)) return {};
  if (auto mark = WordMark(text)) return mark;
  if (auto mark = Signed(text)) return mark;
  if (auto mark = Bracketed(text)) return mark;
  if (auto mark = Decimal(text)) return mark;
  return Lettered(text);
}

}  // namespace

std::vector<Mark> MarksOf(std::span<const Line> lines, bool paged) {
  std::vector<Mark> marks;
  std::map<std::string, int> edges;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto mark = MarkOf(lines[i].text);
    if (!mark || IsDate(*mark)) continue;
    mark->line = mark->words = i;
    const bool alone =
        mark->tail.empty() && (mark->shape == Shape::kBare || mark->shape == Shape::kDotted);
    if (lines[i].edge && alone) continue;  // the number of the page
    if (alone) {  // its words are on the next line, as layouts with a margin have it
      if (i + 1 == lines.size() || lines[i + 1].place != lines[i].place) continue;
      if (!paged && !ReadsAsNote(lines[i + 1].text)) continue;
      mark->words = i + 1;
      mark->tail = lines[i + 1].text;
    }
    if (lines[i].edge) {
      for (const std::string& head : RunningHeads(lines[i], *mark)) ++edges[head];
    }
    marks.push_back(*std::move(mark));
  }
  std::erase_if(marks, [&](const Mark& mark) {
    if (!lines[mark.line].edge) return false;
    const auto heads = RunningHeads(lines[mark.line], mark);
    return std::any_of(heads.begin(), heads.end(),
                       [&](const std::string& head) { return edges[head] > 2; });
  });
  return marks;
}

}  // namespace dossier::anchors
