// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/word_marks.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"

namespace dossier::anchors {
namespace {

struct Word {
  std::string_view text;  // as a heading begins: capital, in the nominative
  Shape shape;
};

constexpr Word kBefore[] = {
    {"Article", Shape::kArticle}, {"ARTICLE", Shape::kArticle},  {"Art.", Shape::kArticle},
    {"Статья", Shape::kArticle},  {"СТАТЬЯ", Shape::kArticle},   {"Section", Shape::kHeading},
    {"SECTION", Shape::kHeading}, {"Chapter", Shape::kChapter},  {"CHAPTER", Shape::kChapter},
    {"Глава", Shape::kChapter},   {"ГЛАВА", Shape::kChapter},    {"Раздел", Shape::kHeading},
    {"РАЗДЕЛ", Shape::kHeading},  {"Annex", Shape::kAnnex},      {"ANNEX", Shape::kAnnex},
    {"Appendix", Shape::kAnnex},  {"APPENDIX", Shape::kAnnex},   {"Priedas", Shape::kAnnex},
    {"PRIEDAS", Shape::kAnnex},   {"Приложение", Shape::kAnnex}, {"ПРИЛОЖЕНИЕ", Shape::kAnnex}};

constexpr Word kAfter[] = {{"straipsnis", Shape::kArticle}, {"STRAIPSNIS", Shape::kArticle},
                           {"skirsnis", Shape::kHeading},   {"SKIRSNIS", Shape::kHeading},
                           {"skyrius", Shape::kChapter},    {"SKYRIUS", Shape::kChapter},
                           {"priedas", Shape::kAnnex},      {"PRIEDAS", Shape::kAnnex}};

std::string_view AfterSpaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (text.substr(0, 2) == "\u00A0") text.remove_prefix(2);
  return text;
}

/// "405", "380-1", "118¹", "4.2"; for annexes and headings also "II" and "A".
std::string_view TakeNumber(std::string_view text, bool letters) {
  std::size_t at = 0;
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  while (digit(at)) ++at;
  if (at > 0) {
    while (at < text.size() && (text[at] == '-' || text[at] == '.') && digit(at + 1)) {
      for (++at; digit(at);) ++at;
    }
    (void)identifiers::TakeRaised(text, at);
    const bool letter = at < text.size() && text[at] >= 'a' && text[at] <= 'z';
    if (letter && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '.')) ++at;
    return text.substr(0, at);
  }
  if (!letters) return {};
  while (at < text.size() && at < 6 &&
         std::string_view("IVXLC").find(text[at]) != std::string_view::npos)
    ++at;
  if (at == 0 && !text.empty() && text.front() >= 'A' && text.front() <= 'Z') at = 1;
  const bool ends = at == text.size() ||
                    std::string_view(" .:,-)*").find(text[at]) != std::string_view::npos ||
                    (text[at] & 0x80) != 0;
  return ends ? text.substr(0, at) : std::string_view();
}

/// A title may follow, or nothing; small letters, commas and brackets go on with a sentence.
bool GoesOnAsHeading(std::string_view tail) {
  while (!tail.empty() && tail.front() == '*') tail.remove_prefix(1);
  if (tail.empty()) return true;
  if (std::string_view(".:").find(tail.front()) != std::string_view::npos) return true;
  tail = AfterSpaces(tail);
  if (tail.empty()) return true;
  const char32_t code = utf8::DecodeAt(tail, 0).code;
  const bool capital = (code >= 'A' && code <= 'Z') || (code >= 0x410 && code <= 0x42F) ||
                       code == U'Š' || code == U'Ž' || code == U'Č' || code == U'Į' ||
                       code == U'Ū' || code == U'Ė';
  return capital || code == '"' || code == U'“' || code == U'„' || code == U'«' || code == U'–' ||
         code == U'—' || code == '-' || code == '*' || code == '|';
}

std::optional<Mark> Make(Shape shape, std::string_view digits, std::string_view tail) {
  auto number = identifiers::ParseNumber(digits);
  if (!number || !GoesOnAsHeading(tail)) return {};
  if (!tail.empty() && (tail.front() == '.' || tail.front() == ':')) tail.remove_prefix(1);
  return Mark{.shape = shape,
              .number = *std::move(number),
              .line = 0,
              .words = 0,
              .tail = AfterSpaces(tail)};
}

}  // namespace

std::optional<Mark> WordMark(std::string_view line) {
  if (line.empty()) return {};
  const bool first_digit = line.front() >= '0' && line.front() <= '9';
  if (!first_digit) {
    for (const Word& word : kBefore) {
      if (line.substr(0, word.text.size()) != word.text) continue;
      std::string_view rest = AfterSpaces(line.substr(word.text.size()));
      for (const std::string_view sign : {"№", "Nr.", "No.", "no."}) {
        if (rest.substr(0, sign.size()) == sign) rest = AfterSpaces(rest.substr(sign.size()));
      }
      const std::string_view digits = TakeNumber(rest, word.shape != Shape::kArticle);
      if (digits.empty()) return {};
      return Make(word.shape, digits, rest.substr(digits.size()));
    }
  }
  const std::string_view digits = TakeNumber(line, true);
  if (digits.empty()) return {};
  const std::string_view rest = AfterSpaces(line.substr(digits.size()));
  for (const Word& word : kAfter) {
    if (rest.substr(0, word.text.size()) != word.text) continue;
    return Make(word.shape, digits, rest.substr(word.text.size()));
  }
  return {};
}

}  // namespace dossier::anchors
