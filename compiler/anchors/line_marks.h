// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "compiler/anchors/find_anchors.h"
#include "compiler/identifiers/number.h"

namespace dossier::anchors {

/// How a number is written at the beginning of a line. Numbers of different shapes are not one run.
enum class Shape {
  kDotted,   // "92.", "1.1", "1.1."
  kBare,     // "92 The", "92 | The"
  kSquare,   // "[92]"
  kRound,    // "(92)", "(a)", "(iv)"
  kHalf,     // "92)", "a)"
  kPilcrow,  // "¶ 92"
  kSign,     // "§ 12"
  kRoman,    // "IV."
  kLetter,   // "a.", "A."
  kRaised,   // "¹", "<sup>1</sup>", "[^1]:": a note
  kArticle,  // "Article 405", "405 straipsnis", "Статья 405"
  kHeading,  // "Section 4", "4 skirsnis", "Раздел 4"
  kChapter,  // "Chapter 4", "4 skyrius", "Глава 4"
  kAnnex,    // "Annex 2", "2 priedas", "Приложение № 2"
};

struct Line {
  std::string_view text;  // without white space around it
  int place = 0;
  std::size_t offset = 0;  // bytes of text before it, over all units
  bool edge = false;       // the first or last line of a page
  bool closes = false;     // an empty line or the end of its unit follows
};

/// A number at the beginning of a line.
struct Mark {
  Shape shape = Shape::kDotted;
  identifiers::Number number;
  std::size_t line = 0;   // index of its line
  std::size_t words = 0;  // of the line that its words are on
  std::string_view tail;  // the rest of that line
};

[[nodiscard]] std::vector<Line> LinesOf(std::span<const Unit> units, bool paged);

/// The marks of all lines, in order. Left out: lines of a table of contents, page numbers and
/// running heads (edge lines that are alike on several pages but for the number of the page),
/// dates.
[[nodiscard]] std::vector<Mark> MarksOf(std::span<const Line> lines, bool paged);

/// True when the words after a number are those of a source: an address, "see", "ibid.".
[[nodiscard]] bool ReadsAsNote(std::string_view words);

/// True when the line is a title: short, without a stop at its end.
[[nodiscard]] bool ReadsAsTitle(const Line& line);

}  // namespace dossier::anchors
