// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/layout/atoms.h"
#include "compiler/layout/flow.h"
#include "compiler/layout/slab.h"

namespace dossier::layout {

/// A heading as the contents and the bookmarks show it.
struct HeadingEntry {
  int level = 1;
  std::string number;
  std::vector<compose::Inline> content;  // without notes
  std::string title;                     // number and words
  std::string running;                   // for the running head; empty: the title
  std::string anchor;
  bool in_contents = true;
};

/// The headings of a document in order, also those inside other blocks.
[[nodiscard]] std::vector<HeadingEntry> FindHeadings(const std::vector<compose::Block>& blocks);

/// What can be known of a document before it is set.
struct Survey {
  Labels labels;  // numbers of headings, numbered paragraphs, notes, figures and tables, by anchor
  std::map<std::string, std::int64_t, std::less<>> reached;  // about so many letters before an anchor
};

/// `parts` in the order in which they are set.
[[nodiscard]] Survey SurveyOf(const std::vector<const std::vector<compose::Block>*>& parts);

/// Widths of the columns of a table in proportion to those it asks for, `whole` together. `most`:
/// what a row has beyond them has no column.
[[nodiscard]] std::vector<Length> ColumnShares(const compose::Table& table, Length whole,
                                               std::size_t most = 64);

/// What stands in front of the next block: space it keeps from it, a page it begins.
struct Carry {
  Length space;
  bool starts_page = false;
  bool hanging = false;  // a numbered paragraph stands before it; lists and quotations belong to it
};

struct BlockContext {
  Tools& tools;
  const PageNumbers& numbers;
  const std::vector<HeadingEntry>& headings;
  int first_note = 1;
  Carry before;
  std::string_view language{};  // of the document
  bool hyphenate = false;

  /// The type of running words.
  [[nodiscard]] TextStyle text() const {
    TextStyle style = kBody;
    style.language = language;
    style.hyphenate = hyphenate;
    style.superior = tools.shaper.fonts().HasSuperiorFigures();
    return style;
  }
};

struct SetResult {
  LaidBlock block;
  int next_note = 1;
  Carry after;
};

/// Sets one block of the document at the measure of the page.
///
/// Total: every block gives slabs, except page breaks and empty paragraphs. Pages are not known
/// here: `context.numbers` says which page numbers to print, `page_numbers_of` which were wanted.
/// Reports: D0901 kGlyphMissing, D0909 kContentTooWide, D0927 kTableTooWide.
[[nodiscard]] SetResult SetBlock(const compose::Block& block, const BlockContext& context);

/// A line of plain words for heads and feet, at x 0; `width` receives how long it is.
[[nodiscard]] Slab SetWords(std::string_view words, const TextStyle& style, Tools& tools,
                            Length& width);

}  // namespace dossier::layout
