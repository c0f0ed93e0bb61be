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

namespace dossier::paginate {

/// A rectangle on a page; the origin is the lower left corner (ISO 32000-1:2008, 8.3.2.3).
struct Box {
  Length left, bottom, right, top;
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
};

struct Line {
  Length x1, y1, x2, y2, width;
};

struct PlacedImage {
  Box box;
  int width = 0, height = 0;
  std::shared_ptr<const std::string> rgb;
};

/// A link over a box of a page.
struct LinkArea {
  PageIndex page;
  Box box;
  std::string anchor;  // target in the bundle; empty when `url` is set
  std::string url;
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
};

/// The laid-out brief: product of `Paginate`, input of `render` (pages) and `assemble` (the rest).
struct Pages {
  Length width, height;
  std::vector<Page> pages;
  std::map<std::string, AnchorPlace> anchors;
  std::vector<LinkArea> links;
  std::vector<OutlineEntry> outline;
  std::optional<std::pair<PageIndex, Box>> signature_box;
  int rounds = 0;  // layout rounds until page numbers settled
};

/// Pages that stand behind the brief in the bundle: anchor to its distance from the first page
/// after the brief (0 is that page). `total` is how many pages follow the brief.
struct FollowingPages {
  std::map<std::string, int> anchors;
  int total = 0;
};

}  // namespace dossier::paginate
