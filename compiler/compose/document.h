// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "compiler/foundation/length.h"
#include "compiler/foundation/span.h"

namespace dossier::compose {

/// The brief as content: what is said, in what order, under which heading. No positions, no page
/// numbers, no fonts. Product of `Compose`, input of `layout`. `convert` makes one too, for
/// exhibits that have no pages of their own.

enum class Face { kRegular, kBold, kItalic, kBoldItalic };

/// A run of words in one face. Spaces and line ends inside are ordinary break opportunities;
/// U+00A0 and U+202F do not break.
struct TextRun {
  std::string text;  // UTF-8, NFC
  Face face = Face::kRegular;
  bool superscript = false;
  bool small = false;   // one step below the size of the paragraph
  bool whole = false;   // a name, date or reference: never hyphenated
  std::string language{};  // BCP 47; empty: that of the document
  Span source;           // where the words come from, for a finding about a glyph
};

/// The page number of an anchor, set as digits once pages are known ("17"). When `within` the
/// number is that of the anchor's running page in the bundle as well: the brief and the exhibits
/// share one sequence.
struct PageNumberOf {
  std::string anchor{};
  Face face = Face::kRegular;
};

/// A place in running words that an index or a back-reference leads to. Prints nothing.
struct AnchorHere {
  std::string name;
};

/// The pages of all these anchors in rising order, each once, three and more in a row as a range,
/// each number a link: "3, 7–9". For indexes and tables of authorities.
struct PagesOf {
  std::vector<std::string> anchors;
  Face face = Face::kRegular;
};

/// The number of what stands at the anchor: a heading ("2.1"), a numbered paragraph, a note, a
/// figure or table; a link. May stand before its target. "?" when nothing there has a number.
struct NumberOf {
  std::string anchor{};
  Face face = Face::kRegular;
};

struct Inline;

/// Words that lead somewhere: to an anchor of the bundle, or to an outside address.
struct Link {
  std::string anchor{};  // empty when `url` is set
  std::string url;
  std::vector<Inline> content;
};

struct Block;

/// A footnote: the mark stands here, the text at the foot of the page on which the mark falls, or
/// where `Document::notes` says. Numbered by `layout` in order of appearance.
struct Note {
  std::vector<Block> content;
  std::string anchor{};  // for `NumberOf` and `PageNumberOf`; empty for none
};

struct LineBreak {};

struct Inline {
  std::variant<TextRun, PageNumberOf, Link, Note, LineBreak, AnchorHere, PagesOf, NumberOf> value;
};

enum class ParagraphStyle {
  kBody,        // justified, first line not indented, space after
  kNumbered,    // justified, `label` hanging in the margin column ("12.")
  kTitle,       // title page: large, centred
  kSubtitle,    // title page: centred
  kCentred,
  kSmall,       // captions, notes to tables
  kContentsEntry,  // one entry of the contents: leaders to the page number at the right edge
  kRight,          // flush right, as in a letterhead
  kMarginNumber,   // justified over the full measure, `label` outside it in the margin
};

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::kBody;
  std::vector<Inline> content;
  std::string label{};   // kNumbered, kMarginNumber: the number with its stop
  std::string anchor{};  // empty for none
  int level = 0;       // kContentsEntry: depth, from 0
  bool keep_with_next = false;
  std::string language{};  // BCP 47; empty: that of the document
};

/// A numbered or plain heading. Becomes a bookmark and, up to the depth the contents ask for, a
/// line in the contents. Never left alone at the foot of a page.
struct Heading {
  int level = 1;       // from 1
  std::string number;  // "2.1", or empty
  std::vector<Inline> content;
  std::string anchor{};  // never empty
  bool in_contents = true;
  bool page_break_before = false;
  std::string running{};   // short form for the running head; empty: its words
  std::string language{};  // BCP 47; empty: that of the document
};

struct ListItem {
  std::string label{};  // "•", "(a)", "1."
  std::vector<Block> content;
};

struct List {
  std::vector<ListItem> items;
};

struct TableCell {
  std::vector<Block> content;
  int columns = 1;        // cells spanned
  bool row_head = false;  // names its row
};

struct TableRow {
  std::vector<TableCell> cells;
  std::string anchor{};
  bool keep_with_next = false;  // titles the rows below it, the last what follows the table
};

/// A table over the full measure. Head rows are repeated on every page the table reaches; a row is
/// split over pages only when it is taller than a third of one.
struct Table {
  std::vector<int> widths;  // per column, in parts of their sum
  std::vector<TableRow> head;
  std::vector<TableRow> rows;
  std::string caption;
  bool ruled = true;   // hairlines between rows
  std::string label{};   // "Table 2", set before the caption
  std::string anchor{};  // empty for none
};

/// A block quotation, indented on both sides.
struct Quotation {
  std::vector<Block> content;
  std::string language{};  // BCP 47; empty: that of the document
};

/// The place where the contents go. One entry a heading down to `depth`.
struct Contents {
  std::string title;
  int depth = 2;
};

/// Reserves the box of the visible signature. Exactly one in a brief that is to be signed.
struct SignatureBlock {
  std::vector<Block> content;  // printed above the box: place, date, name, capacity
  std::string caption;         // printed inside the box, small
};

struct PageBreak {};
struct Rule {};  // a hairline over the measure
struct Space { int points = 12; };

/// A raster image, scaled down to the measure. Rows without padding: 8-bit RGB, or one byte a pixel
/// where all is grey.
struct Image {
  int width = 0;   // in pixels
  int height = 0;
  std::shared_ptr<const std::string> rgb;
  double dots_per_inch = 150;
  std::string alternative;  // text for people who cannot see it
};

/// A picture with what is said of it. Both stay on one page.
struct Figure {
  Image image;
  std::vector<Inline> caption;
  std::string label{};   // "Figure 3", set before the caption
  std::string anchor{};  // empty for none
};

/// Where the notes stand when they stand at the end: in order, each with its number. Without one
/// they follow the last block.
struct Endnotes {};

struct Block {
  std::variant<Paragraph, Heading, List, Table, Quotation, Contents, SignatureBlock, PageBreak, Rule,
               Space, Image, Figure, Endnotes>
      value;
};

/// What stands in the head and foot of every page but the first.
struct RunningHead {
  std::string left;
  std::string right;
  std::string draft_mark;  // set on every page, also the first, when not empty
  std::string page_of;     // pattern of the foot: "page {0} of {1}"
};

enum class NotePlacement { kFoot, kEnd };

/// The paper and the type. The default is A4 in Gentium Book Plus.
struct PageSetup {
  Length width = Length::FromMillimetres(210);
  Length height = Length::FromMillimetres(297);
  Length left = Length::FromMillimetres(30);  // margins: from the edge to the text
  Length right = Length::FromMillimetres(30);
  Length top = Length::FromMillimetres(30);
  Length bottom = Length::FromMillimetres(27);
  std::string family = "Gentium Book Plus";  // one of `fonts::Families()`
  bool section_in_head = false;  // the running head shows the heading at hand, not `running.left`
};

struct Document {
  std::string title;     // for metadata and the window title
  std::string author;
  std::string subject;
  std::string language{};  // BCP 47
  RunningHead running;
  PageSetup page;
  NotePlacement notes = NotePlacement::kFoot;
  bool hyphenate = false;         // long words may be cut where their language allows
  std::vector<Block> letterhead;  // at the head of the first page, above `blocks`
  std::vector<Block> blocks;
};

}  // namespace dossier::compose
