// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/span.h"

/// An argument file as a tree: the part of CommonMark 0.30 that a filing needs, with tables (GitHub
/// Flavored Markdown, 4.10), reference footnotes and citation groups. Quotation marks and dashes stay as the author typed them.
namespace dossier::markdown {

enum class InlineKind {
  kText,           // `text`
  kEmphasis,       // `children`
  kStrong,         // `children`
  kCode,           // `text`
  kLink,           // `target`, `children`; a target "#name" is a place of the argument
  kPicture,        // `target`: the file; `children`: the caption; `text`: what it shows
  kSoftBreak,      // a line end in the source: a space
  kHardBreak,      // a line end that the author asked for
  kCitation,       // `[@e14, p. 14; @e02]`: `text` is what stands between the brackets
  kNoteReference,  // `[^id]`: `text` is the id; `Document::FindNote` has the words
};

struct Inline {
  InlineKind kind = InlineKind::kText;
  std::string text;
  std::string target;
  std::vector<Inline> children;
  /// What the author wrote. When it is as long as `text`, the two agree byte by byte; a character
  /// reference or a backslash makes a run of its own, so that only its own span differs.
  Span span;
};

enum class BlockKind {
  kHeading,       // `level`, `inlines`
  kParagraph,     // `inlines`
  kBulletList,    // `children`: items
  kNumberedList,  // `children`: items; `start`
  kListItem,      // `children`
  kQuotation,     // `children`
  kCode,          // `inlines`: one kText
  kRule,          // a line across
  kTable,         // `children`: rows, the first of which is the head; all have as many cells
  kTableRow,      // `children`: cells
  kTableCell,     // `inlines`; `alignment`, the same in all cells of a column
};

enum class Alignment { kNone, kLeft, kCentre, kRight };

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // of a heading, 1 to 6
  int start = 1;  // number of the first item
  Alignment alignment = Alignment::kNone;
  std::string anchor{};  // kHeading, kParagraph: "risk" where the words end with {#risk}
  std::vector<Inline> inlines;
  std::vector<Block> children;
  Span span;
};

/// A footnote: `[^id]: words` at the start of a line, further lines indented by four spaces.
struct Note {
  std::string id;
  std::vector<Block> blocks;
  Span span;  // of the id in the definition
};

/// Product of `Parse`. Every note reference has a note and every note is referred to.
struct Document {
  std::vector<Block> blocks;
  std::vector<Note> notes;  // in the order written

  [[nodiscard]] const Note* FindNote(std::string_view id) const;
};

/// Calls back for every block, and every inline, of the document and its notes; what holds others
/// comes before them.
void ForEachBlock(const Document& document, const std::function<void(const Block&)>& visit);
void ForEachInline(const Document& document, const std::function<void(const Inline&)>& visit);

/// The words of a run without its markup, citations and notes left out, line ends as spaces.
[[nodiscard]] std::string PlainText(const std::vector<Inline>& inlines);

}  // namespace dossier::markdown
