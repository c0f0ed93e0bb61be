// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/set_line.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace dossier::layout {
namespace {

/// A space grows to at most this many times its width; a line that would need more stays short.
constexpr std::int64_t kWidestSpace = 5;

/// What the hyphen of a cut word stands for (ISO 32000-1, 14.8.2.2.3): readers take it out and have
/// the word whole.
constexpr std::string_view kSoftHyphen = "\u00AD";

/// A piece of a word, or a space, on a line.
struct LineItem {
  AtomPiece piece;  // without a shape for a space
  std::uint32_t segment = 0;
  Length width;
  std::uint8_t level = 0;
};

/// What stands on a line, in the order of reading.
struct LineItems {
  std::vector<LineItem> items;
  Length width;             // natural
  std::int64_t spaces = 0;  // widths of those that stretch
  std::int64_t gaps = 0;    // and their number
};

class ItemCollector {
 public:
  ItemCollector(const Flow& flow, const Atoms& atoms, const LineRange& line, Tools& tools)
      : flow_(flow), atoms_(atoms), line_(line), tools_(tools) {}

  LineItems Collect() {
    for (std::size_t i = line_.begin; i < line_.end; ++i) {
      i = AddWord(i);
      if (i + 1 < line_.end && atoms_.units[i].space > 0) {
        AddSpace(i);
      }
    }
    return std::move(out_);
  }

 private:
  /// The word whose first part on this line is atom `first`; returns its last part on this line. A
  /// word that is cut is shaped anew, so that letters join and kern as they stand.
  std::size_t AddWord(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < line_.end && atoms_.atoms[last].joined) {
      ++last;
    }
    const Atom& head = atoms_.atoms[first];
    const bool cut = head.goes_on || atoms_.atoms[last].joined;
    if (!cut) {
      for (std::uint32_t k = 0; k < head.count; ++k) {
        AddPiece(atoms_.pieces[head.first + k]);
      }
      return last;
    }
    std::vector<AtomPiece> pieces;
    ShapeRange(flow_, head.begin, atoms_.atoms[last].end, atoms_.atoms[last].joined, tools_,
               pieces);
    for (const AtomPiece& piece : pieces) {
      AddPiece(piece);
    }
    return last;
  }

  void AddPiece(const AtomPiece& piece) {
    const Segment& segment = flow_.segments[piece.segment];
    const Length width = WidthOf(piece.piece->advance, segment.size,
                                 tools_.shaper.fonts().MetricsOf(piece.piece->font).units_per_em);
    out_.items.push_back({piece, piece.segment, width, piece.level});
    out_.width += width;
  }

  void AddSpace(std::size_t atom) {
    const Length width = Length::FromRaw(atoms_.units[atom].space);
    const std::uint32_t at = atoms_.atoms[atom].end;
    const std::uint8_t level = flow_.levels.of.empty() ? 0 : flow_.levels.of[at];
    out_.items.push_back({{}, atoms_.atoms[atom].space_segment, width, level});
    out_.width += width;
    out_.spaces += width.raw();
    ++out_.gaps;
  }

  const Flow& flow_;
  const Atoms& atoms_;
  const LineRange& line_;
  Tools& tools_;
  LineItems out_;
};

/// What the spaces of the line gain or lose altogether.
std::int64_t ExtraOf(const LineItems& items, const LineRange& line, const LinePlace& place) {
  const std::int64_t missing = (place.measure - items.width).raw();
  const bool fill = place.alignment == Alignment::kJustified && !line.last &&
                    missing <= items.spaces * (kWidestSpace - 1);
  return items.gaps > 0 && (fill || missing < 0) ? missing : 0;
}

/// Gives each space its share of `extra`, so that rounding never adds up.
void Stretch(LineItems& line, std::int64_t extra) {
  std::int64_t gap = 0;
  for (LineItem& item : line.items) {
    if (item.piece.piece == nullptr) {
      item.width += Length::FromRaw(extra * (gap + 1) / line.gaps - extra * gap / line.gaps);
      ++gap;
    }
  }
}

class LinePen {
 public:
  LinePen(const Flow& flow, const LinePlace& place, Length x, Tools& tools, Slab& slab)
      : flow_(flow), place_(place), tools_(tools), slab_(slab), x_(x) {}

  void Put(const LineItem& item) {
    if (item.piece.piece == nullptr) {
      PutSpace(item);
    } else {
      PutPiece(item);
    }
  }

  [[nodiscard]] Length x() const { return x_; }

 private:
  void PutPiece(const LineItem& item) {
    const fonts::ShapedPiece& piece = *item.piece.piece;
    const Segment& segment = flow_.segments[item.segment];
    const Length from = x_;
    Begin(piece.font, segment, item.level);
    Run& run = slab_.runs.back();
    const auto base = static_cast<std::uint32_t>(run.text.size());
    const std::string_view text =
        std::string_view(flow_.text).substr(item.piece.offset, item.piece.size);
    run.text +=
        text.substr(std::min<std::size_t>(piece.begin, text.size()), piece.end - piece.begin);
    if (item.piece.hyphen) {
      run.text += kSoftHyphen;
    }
    for (fonts::ShapedGlyph glyph : piece.glyphs) {
      glyph.cluster = base + glyph.cluster - piece.begin;
      run.glyphs.push_back(glyph);
    }
    run_units_ += piece.advance;
    x_ += item.width;
    Touch(segment, from);
  }

  /// A space of exactly its width, so that rounding to font units never adds up.
  void PutSpace(const LineItem& item) {
    const Segment& segment = flow_.segments[item.segment];
    const fonts::ShapedPiece& space = tools_.shaper.Shape(segment.face, " ").pieces.front();
    const Length from = x_;
    Begin(space.font, segment, item.level);
    Run& run = slab_.runs.back();
    x_ += item.width;
    const std::int64_t size = segment.size.raw();
    const std::int64_t reached = ((x_ - run.x).raw() * UnitsPerEm(space.font) + size / 2) / size;
    fonts::ShapedGlyph glyph = space.glyphs.front();
    glyph.advance = static_cast<std::int32_t>(reached - run_units_);
    glyph.cluster = static_cast<std::uint32_t>(run.text.size());
    run.glyphs.push_back(glyph);
    run.text.push_back(' ');
    run_units_ = reached;
    Touch(segment, from);
  }

  /// Opens a run unless the one before goes on.
  void Begin(int font, const Segment& segment, std::uint8_t level) {
    const Length y = place_.baseline - segment.raise;
    // Text that runs to the left is a run a word: glyphs stand from left to right, letters do not.
    const bool goes_on = segment_ != nullptr && level % 2 == 0 && level_ % 2 == 0 &&
                         slab_.runs.back().font == font && slab_.runs.back().size == segment.size &&
                         slab_.runs.back().y == y && slab_.runs.back().rgb == segment.rgb &&
                         slab_.runs.back().element == segment.element;
    segment_ = &segment;
    level_ = level;
    if (goes_on) {
      return;
    }
    Run& run = slab_.runs.emplace_back();
    run.font = font;
    run.size = segment.size;
    run.x = x_;
    run.y = y;
    run.rgb = segment.rgb;
    run.element = segment.element;
    run_units_ = 0;
  }

  /// Widens the box of the link that `segment` belongs to, or begins one.
  void Touch(const Segment& segment, Length from) {
    if (segment.link < 0) {
      link_ = -1;
      return;
    }
    if (segment.link == link_) {
      slab_.links.back().right = x_;
      return;
    }
    link_ = segment.link;
    const Target& target = flow_.links[static_cast<std::size_t>(segment.link)];
    const Length y = place_.baseline - segment.raise;
    slab_.links.push_back({.left = from,
                           .right = x_,
                           .top = y - segment.size * 80 / 100,
                           .bottom = y + segment.size * 28 / 100,
                           .anchor = target.anchor,
                           .url = target.url,
                           .words = target.words,
                           .element = segment.element});
  }

  [[nodiscard]] int UnitsPerEm(int font) const {
    return tools_.shaper.fonts().MetricsOf(font).units_per_em;
  }

  const Flow& flow_;
  const LinePlace& place_;
  Tools& tools_;
  Slab& slab_;
  Length x_;
  std::int64_t run_units_ = 0;
  const Segment* segment_ = nullptr;
  std::uint8_t level_ = 0;
  int link_ = -1;
};

/// From left to right.
std::vector<std::size_t> OrderOf(const LineItems& line) {
  std::vector<std::uint8_t> levels;
  levels.reserve(line.items.size());
  for (const LineItem& item : line.items) {
    levels.push_back(item.level);
  }
  return text::VisualOrder(levels);
}

/// Places words from left to right and leaves the runs in the order of reading, which is that of
/// whoever follows the structure and not the places.
void PutMixed(const LineItems& items, LinePen& pen, Slab& slab) {
  const std::size_t first = slab.runs.size();
  std::vector<std::size_t> items_of_runs;  // the first of each
  for (const std::size_t i : OrderOf(items)) {
    pen.Put(items.items[i]);
    if (slab.runs.size() > first + items_of_runs.size()) {
      items_of_runs.push_back(i);
    }
  }
  std::vector<std::size_t> order(items_of_runs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return items_of_runs[a] < items_of_runs[b];
  });
  std::vector<Run> read;
  for (const std::size_t i : order) {
    read.push_back(std::move(slab.runs[first + i]));
  }
  std::move(read.begin(), read.end(), slab.runs.begin() + static_cast<std::ptrdiff_t>(first));
}

/// The room left of a line. A paragraph that runs to the left begins at the right edge.
Length Beside(Length width, const LinePlace& place, std::uint8_t base) {
  const bool leftward = base % 2 == 1;
  switch (place.alignment) {
    case Alignment::kCentred:
      return (place.measure - width) / 2;
    case Alignment::kRight:
      return leftward ? Length() : place.measure - width;
    case Alignment::kJustified:
    case Alignment::kLeft:
      break;
  }
  return leftward ? place.measure - width : Length();
}

}  // namespace

Length LineWidth(const Atoms& atoms, const LineRange& line) {
  std::int64_t width = 0;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    width += atoms.units[i].width + (i + 1 < line.end ? atoms.units[i].space : 0);
  }
  return Length::FromRaw(width);
}

void EndWithSpace(Tools& tools, Slab& slab) {
  if (slab.runs.empty()) return;
  const fonts::ShapedPiece& space = tools.shaper.Shape(fonts::Style::kRegular, " ").pieces.front();
  const Run& last = slab.runs.back();
  fonts::ShapedGlyph glyph = space.glyphs.front();
  glyph.advance = 0;
  const bool leftward =
      last.glyphs.size() > 1 && last.glyphs.front().cluster > last.glyphs.back().cluster;
  if (last.font == space.font && !leftward) {
    glyph.cluster = static_cast<std::uint32_t>(last.text.size());
    slab.runs.back().glyphs.push_back(glyph);
    slab.runs.back().text.push_back(' ');
    return;
  }
  std::int64_t advance = 0;
  for (const fonts::ShapedGlyph& each : last.glyphs) advance += each.advance;
  const int units = tools.shaper.fonts().MetricsOf(last.font).units_per_em;
  Run run;
  run.font = space.font;
  run.size = last.size;
  run.x = last.x + WidthOf(advance, last.size, units);
  run.y = last.y;
  run.rgb = last.rgb;
  run.element = last.element;
  glyph.cluster = 0;
  run.glyphs.push_back(glyph);
  run.text = " ";
  slab.runs.push_back(std::move(run));
}

Length SetLine(const Flow& flow, const Atoms& atoms, const LineRange& line, const LinePlace& place,
               Tools& tools, Slab& slab) {
  LineItems items = ItemCollector(flow, atoms, line, tools).Collect();
  if (const std::int64_t extra = ExtraOf(items, line, place); extra != 0) {
    Stretch(items, extra);
    items.width += Length::FromRaw(extra);
  }
  LinePen pen(flow, place, place.x + Beside(items.width, place, flow.levels.base), tools, slab);
  if (flow.levels.of.empty()) {
    for (const LineItem& item : items.items) {
      pen.Put(item);
    }
  } else {
    PutMixed(items, pen, slab);
  }
  if (line.end < atoms.atoms.size() && line.end > line.begin &&
      atoms.units[line.end - 1].space > 0) {
    EndWithSpace(tools, slab);
  }
  const std::uint32_t begin = atoms.atoms[line.begin].begin;
  const std::uint32_t end = line.end < atoms.atoms.size()
                                ? atoms.atoms[line.end].begin
                                : static_cast<std::uint32_t>(flow.text.size());
  for (const NoteMark& mark : flow.notes) {
    if (mark.offset >= begin && mark.offset < end) {
      slab.notes.push_back(mark.number);
      slab.anchors.push_back({"note-mark." + std::to_string(mark.number), {}});
    }
  }
  for (const FlowAnchor& anchor : flow.anchors) {
    if (anchor.offset >= begin && (anchor.offset < end || line.end == atoms.atoms.size())) {
      slab.anchors.push_back({anchor.name, {}});
    }
  }
  return pen.x();
}

}  // namespace dossier::layout
