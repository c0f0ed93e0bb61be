// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "compiler/anchors/line_marks.h"
#include "compiler/anchors/nested.h"
#include "compiler/anchors/runs.h"

namespace dossier::anchors {

/// The lines and marks of a document, and what of them has been used.
struct Document {
  std::vector<Line> lines;
  std::vector<Mark> marks;
  std::vector<bool> taken;  // in step with `marks`
  std::size_t size = 0;     // bytes of text
  int last_place = 0;
  bool paged = false;
  bool all = true;  // false: some numberings were not followed to their end

  [[nodiscard]] const Line& LineOf(std::size_t mark) const { return lines[marks[mark].line]; }
  [[nodiscard]] std::size_t OffsetOf(std::size_t mark) const { return LineOf(mark).offset; }
  /// Marks of a shape that are not taken.
  [[nodiscard]] std::vector<std::size_t> Free(Shape shape) const;
  void Take(const Run& run);
};

/// Marks of footnotes and endnotes, in order; takes them. A note is told by its mark, by the words
/// after its number, or by the place of all its run at the foot of pages.
[[nodiscard]] std::vector<Entry> TakeNotes(Document& document);

/// Numbered paragraphs and numbered headings.
struct Body {
  std::vector<Entry> paragraphs;
  std::vector<Entry> headings;  // "4. Conclusions", "IV. Conclusions"
};

/// Takes the runs that are the numbering of the document itself: they go through most of it, or
/// begin early and go on. Runs of titles are headings, the others paragraphs.
[[nodiscard]] Body TakeBody(Document& document);

/// Headings that begin with a word, the same one on every page counted once, and those of a table
/// of contents left out; takes them.
[[nodiscard]] std::vector<Entry> TakeWords(Document& document, Shape shape);

/// Places of entries: each ends where the next one begins that is not a part of it. The last one of
/// a document is held to end on the place after its beginning, an annex with the document; notes
/// end where they begin.
[[nodiscard]] std::vector<Anchor> Place(const Document& document, AnchorKind kind,
                                        std::vector<Entry> entries);

}  // namespace dossier::anchors
