// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compiler/fonts/shaper.h"
#include "compiler/foundation/length.h"
#include "compiler/structure/tree.h"

namespace dossier::layout {

/// Glyphs of one font on one baseline. `x` counts from the left edge of the text block, `y` from
/// the top of the slab down. `element`, here and below, is an index into the structure of the block;
/// -1 is decoration, which a screen reader passes over.
struct Run {
  int font = 0;
  Length size, x, y;
  std::vector<fonts::ShapedGlyph> glyphs;  // cluster: byte offset into `text`
  std::string text;
  std::uint32_t rgb = 0;
  int element = -1;
};

/// A rule; always decoration.
struct Stroke {
  Length x1, y1, x2, y2, width;
};

struct Picture {
  Length left{}, top{}, width{}, height{};
  int pixels_wide = 0, pixels_high = 0;
  std::shared_ptr<const std::string> rgb{};
  int element = -1;
};

/// `words` are those of the whole link, which may go on in other boxes.
struct LinkSpan {
  Length left{}, right{}, top{}, bottom{};
  std::string anchor{}, url{}, words{};
  int element = -1;
};

struct AnchorMark {
  std::string name;
  Length top;
};

/// The box of the visible signature, inside its slab.
struct SignatureSpan {
  Length left{}, right{}, top{}, bottom{};
  int element = -1;
};

/// A horizontal strip that no page break can cut: a line, a table row, an image.
struct Slab {
  Length space_before;  // dropped at the top of a page
  Length height;
  Length baseline;   // of the first line, from the top; zero when there is none
  Length right_end;  // where the words of a line end
  bool keep_with_next = false;
  bool starts_page = false;
  bool discardable = false;  // white space that vanishes at the top of a page
  int table = -1;            // row of this table: its head is repeated when a page begins here
  std::vector<Run> runs;
  std::vector<Stroke> strokes;
  std::vector<Picture> pictures;
  std::vector<LinkSpan> links;
  std::vector<AnchorMark> anchors;
  std::vector<SignatureSpan> signatures;
  std::vector<int> notes;  // numbers of the notes whose marks stand here, in order
};

/// A footnote set at the measure of the page.
struct NoteSlabs {
  int number = 0;  // from 1
  std::vector<Slab> slabs;
};

/// A block of the document, set. `tables[slab.table]` are the head rows to repeat.
struct LaidBlock {
  std::vector<Slab> slabs;
  std::vector<NoteSlabs> notes;  // in order of their numbers
  std::vector<std::vector<Slab>> tables;
  std::vector<std::string> page_numbers_of;  // anchors whose page numbers were set
  structure::Tree structure;                 // what the parts of the block are
  bool endnotes = false;  // the notes before it stand here when they do not stand at the foot
};

}  // namespace dossier::layout
