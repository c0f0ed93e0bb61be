// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/set_line.h"

#include <string_view>

namespace dossier::layout {
namespace {

/// A space grows to at most this many times its width; a line that would need more stays short.
constexpr std::int64_t kWidestSpace = 5;

struct Stretch {
  std::int64_t extra = 0;  // raw, over all gaps
  std::int64_t gaps = 0;
};

Stretch StretchOf(const Atoms& atoms, const LineRange& line, const LinePlace& place) {
  Stretch stretch;
  std::int64_t spaces = 0;
  for (std::size_t i = line.begin; i + 1 < line.end; ++i) {
    spaces += atoms.units[i].space;
    stretch.gaps += atoms.units[i].space > 0 ? 1 : 0;
  }
  const std::int64_t missing = (place.measure - LineWidth(atoms, line)).raw();
  const bool fill = place.alignment == Alignment::kJustified && !line.last &&
                    missing <= spaces * (kWidestSpace - 1);
  stretch.extra = stretch.gaps > 0 && (fill || missing < 0) ? missing : 0;
  return stretch;
}

class LinePen {
 public:
  LinePen(const Flow& flow, const LinePlace& place, Length x, Tools& tools, Slab& slab)
      : flow_(flow), place_(place), tools_(tools), slab_(slab), x_(x) {}

  void Put(const AtomPiece& item) {
    const Segment& segment = flow_.segments[item.segment];
    const Length from = x_;
    Begin(item.piece->font, segment);
    Run& run = slab_.runs.back();
    const auto base = static_cast<std::uint32_t>(run.text.size());
    run.text += std::string_view(flow_.text)
                    .substr(item.offset + item.piece->begin, item.piece->end - item.piece->begin);
    for (fonts::ShapedGlyph glyph : item.piece->glyphs) {
      glyph.cluster = base + glyph.cluster - item.piece->begin;
      run.glyphs.push_back(glyph);
    }
    run_units_ += item.piece->advance;
    x_ += WidthOf(item.piece->advance, segment.size, UnitsPerEm(item.piece->font));
    Touch(segment, from);
  }

  /// A space of exactly `width`, so that rounding to font units never adds up.
  void PutSpace(std::uint32_t index, Length width) {
    const Segment& segment = flow_.segments[index];
    const fonts::ShapedPiece& space = tools_.shaper.Shape(segment.face, " ").pieces.front();
    const Length from = x_;
    Begin(space.font, segment);
    Run& run = slab_.runs.back();
    x_ += width;
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

  [[nodiscard]] Length x() const { return x_; }

 private:
  /// Opens a run unless the one before goes on.
  void Begin(int font, const Segment& segment) {
    const Length y = place_.baseline - segment.raise;
    const bool goes_on = segment_ != nullptr && slab_.runs.back().font == font &&
                         slab_.runs.back().size == segment.size && slab_.runs.back().y == y &&
                         slab_.runs.back().rgb == segment.rgb &&
                         slab_.runs.back().element == segment.element;
    segment_ = &segment;
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
  int link_ = -1;
};

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
  const fonts::ShapedPiece& space =
      tools.shaper.Shape(fonts::Style::kRegular, " ").pieces.front();
  const Run& last = slab.runs.back();
  fonts::ShapedGlyph glyph = space.glyphs.front();
  glyph.advance = 0;
  if (last.font == space.font) {
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
  Length x = place.x;
  if (place.alignment == Alignment::kCentred) {
    x += (place.measure - LineWidth(atoms, line)) / 2;
  } else if (place.alignment == Alignment::kRight) {
    x += place.measure - LineWidth(atoms, line);
  }
  LinePen pen(flow, place, x, tools, slab);
  const Stretch stretch = StretchOf(atoms, line, place);
  std::int64_t gap = 0;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    const Atom& atom = atoms.atoms[i];
    for (std::uint32_t k = 0; k < atom.count; ++k) {
      pen.Put(atoms.pieces[atom.first + k]);
    }
    if (i + 1 < line.end && atoms.units[i].space > 0) {
      const std::int64_t share =
          stretch.extra * (gap + 1) / stretch.gaps - stretch.extra * gap / stretch.gaps;
      ++gap;
      pen.PutSpace(atom.space_segment, Length::FromRaw(atoms.units[i].space + share));
    }
  }
  if (line.end < atoms.atoms.size() && line.end > line.begin && atoms.units[line.end - 1].space > 0) {
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
