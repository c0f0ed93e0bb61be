// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/fonts/shaper.h"
#include "compiler/foundation/length.h"
#include "compiler/foundation/page.h"
#include "compiler/structure/tree.h"

namespace dossier::paginate {

/// A rectangle on a page; the origin is the lower left corner (ISO 32000-1:2008, 8.3.2.3).
struct Box {
  Length left, bottom, right, top;
};

/// What a piece of content is that belongs to no element (ISO 32000-1:2008, 14.8.2.2).
enum class Artifact { kLayout, kHead, kFoot, kRepeated };

/// Content of one element on one page is marked with a number of its own, `mark`, an index into
/// `Page::marks`; -1 is content that a screen reader passes over.
struct Marked {
  int mark = -1;
  Artifact artifact = Artifact::kLayout;

  friend bool operator==(const Marked&, const Marked&) = default;
};

/// Glyphs of one font at one size on one baseline.
struct GlyphRun {
  int font = 0;  // index into `fonts::FontSet`
  Length size;
  Length x, y;   // start of the baseline
  using Glyph = fonts::ShapedGlyph;  // advance after justification; cluster: byte offset into `text`
  std::vector<Glyph> glyphs;
  std::string text;  // what the glyphs stand for, in logical order
  std::uint32_t rgb = 0;  // 0xRRGGBB; black unless the words lead somewhere
  Marked marked{};
};

/// A rule; an artifact of layout.
struct Line {
  Length x1, y1, x2, y2, width;
};

struct PlacedImage {
  Box box;
  int width = 0, height = 0;
  std::shared_ptr<const std::string> rgb;
  Marked marked{};
};

/// A link over a box of a page.
struct LinkArea {
  PageIndex page;
  Box box;
  std::string anchor;  // target in the bundle; empty when `url` is set
  std::string url;
  std::string words{};  // of the whole link
  int element = -1;     // of the structure
};

/// Where an anchor stands.
struct AnchorPlace {
  PageIndex page;
  Length top;
};

struct OutlineEntry {
  int level = 1;
  std::string title;
  std::string anchor;
};

struct Page {
  std::vector<GlyphRun> runs;
  std::vector<Line> lines;
  std::vector<PlacedImage> images;
  std::vector<int> marks;  // by number: the element that the content belongs to
};


/// The laid-out brief: product of `Paginate`, input of `render` (pages) and `assemble` (the rest).
struct Pages {
  Length width, height;
  std::vector<Page> pages;
  std::map<std::string, AnchorPlace> anchors;
  std::vector<LinkArea> links;
  std::vector<OutlineEntry> outline;
  std::optional<std::pair<PageIndex, Box>> signature_box;
  int signature_element = -1;
  structure::Tree structure;   // settled: kDocument at index 0
  std::map<int, Box> figures;  // by element: where the picture stands
  int rounds = 0;  // layout rounds until page numbers settled
};

/// Pages that stand behind the brief in the bundle: anchor to its distance from the first page
/// after the brief (0 is that page). `total` is how many pages follow the brief.
struct FollowingPages {
  std::map<std::string, int> anchors;
  int total = 0;
};

}  // namespace dossier::paginate
