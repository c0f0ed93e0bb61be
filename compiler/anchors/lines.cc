// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/anchors/line_marks.h"

namespace dossier::anchors {
namespace {

constexpr std::size_t kLongestTitle = 110;

bool StartsWith(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kHard = "\u00A0";
  for (;;) {
    if (!text.empty() && IsBlank(text.front())) {
      text.remove_prefix(1);
    } else if (StartsWith(text, kHard)) {
      text.remove_prefix(kHard.size());
    } else {
      break;
    }
  }
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

void MarkEdges(std::vector<Line>& lines, std::size_t begin) {
  if (begin == lines.size()) return;
  lines[begin].edge = true;
  lines.back().edge = true;
}

}  // namespace

std::vector<Line> LinesOf(std::span<const Unit> units, bool paged) {
  std::vector<Line> lines;
  std::size_t offset = 0;
  for (const Unit& unit : units) {
    const std::size_t begin = lines.size();
    for (std::size_t at = 0; at <= unit.text.size();) {
      const std::size_t end = std::min(unit.text.find('\n', at), unit.text.size());
      const std::string_view words = Trim(unit.text.substr(at, end - at));
      if (!words.empty()) {
        lines.push_back({.text = words, .place = unit.place, .offset = offset + at});
      } else if (lines.size() > begin) {
        lines.back().closes = true;
      }
      at = end + 1;
    }
    if (lines.size() > begin) lines.back().closes = !paged || lines.back().closes;
    if (paged) MarkEdges(lines, begin);
    offset += unit.text.size() + 1;
  }
  return lines;
}

bool ReadsAsNote(std::string_view words) {
  words = Trim(words);
  while (!words.empty() && (words.front() == '<' || words.front() == '[' || words.front() == '(')) {
    words.remove_prefix(1);
  }
  constexpr std::string_view kHeads[] = {
      "http://", "https://", "www.",  "See ", "see ", "Ibid",   "ibid", "Id.", "Cf.",
      "cf. ",    "Supra",    "supra", "См.",  "см.",  "Там же", "Žr.",  "žr.", "Ten pat"};
  return std::any_of(std::begin(kHeads), std::end(kHeads),
                     [&](std::string_view head) { return StartsWith(words, head); });
}

bool ReadsAsTitle(const Line& line) {
  std::string_view words = line.text;
  while (!words.empty() && (words.back() == '*' || words.back() == '#')) words.remove_suffix(1);
  if (words.empty() || words.size() > kLongestTitle) return false;
  const char last = words.back();
  return last != '.' && last != ';' && last != ',' && last != '-';
}

}  // namespace dossier::anchors
