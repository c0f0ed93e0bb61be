// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/look.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::pdf::content {
namespace {

/// Pictures that fill at least this much of a page make it a scan.
constexpr double kScan = 0.3;

/// Where in a glyph it is looked at, in shares of its width and in em above the line: a line
/// through a word or under it hides none of these all at once.
struct Sample {
  double across, above;
};
constexpr std::array<Sample, 4> kSamples = {{{0.3, 0.1}, {0.7, 0.1}, {0.3, 0.42}, {0.7, 0.42}}};

Box PageBox(const PageMarks& marks) { return {0, 0, marks.width, marks.height}; }

}  // namespace

Deceit DeceitOf(Sight sight) {
  switch (sight) {
    case Sight::kCovered:
      return Deceit::kCovered;
    case Sight::kOffPage:
      return Deceit::kOffPage;
    case Sight::kUncoloured:
      return Deceit::kUncoloured;
    case Sight::kHiddenLayer:
      return Deceit::kHiddenLayer;
    default:
      return Deceit::kInvisible;
  }
}

Look::Look(const PageMarks& marks) : marks_(marks), index_(marks) {
  constexpr std::size_t kMostColours = 32;
  colours_.push_back(kWhite);
  double filled = 0;
  for (const Paint& paint : marks.paints) {
    if (paint.image) filled += Intersect(paint.box, PageBox(marks)).Area();
    if (!paint.colour.known || many_colours_) continue;
    const bool had = std::any_of(colours_.begin(), colours_.end(), [&](const Colour& colour) {
      return colour.LooksLike(paint.colour);
    });
    if (!had) colours_.push_back(paint.colour);
    many_colours_ = colours_.size() > kMostColours;
  }
  const double area = marks.width * marks.height;
  pictures_ = area > 0 ? filled / area : 0;
}

Point Look::PointOf(const Glyph& glyph, double across, double above) const {
  const Run& run = marks_.runs[glyph.run];
  const double right = across * glyph.advance;
  return {glyph.x + right * run.along.x + above * run.up.x,
          glyph.y + right * run.along.y + above * run.up.y};
}

HiddenSpot Look::SpotOf(std::size_t i) const {
  const Glyph& glyph = marks_.glyphs[i];
  const Point middle = PointOf(glyph, 0.5, 0.3);
  const Run& run = marks_.runs[glyph.run];
  return {static_cast<float>(middle.x), static_cast<float>(middle.y),
          static_cast<float>(std::hypot(run.up.x, run.up.y))};
}

bool Look::OverPicture(Point point) const {
  if (pictures_ < kScan) return false;
  const std::vector<std::uint32_t>& near = index_.Near(point);
  return std::any_of(near.begin(), near.end(), [&](std::uint32_t number) {
    return marks_.paints[number].image && index_.Holds(number, point);
  });
}

bool Look::OffPage(const Glyph& glyph, const Run& run) const {
  const Point middle = PointOf(glyph, 0.5, 0.3);
  const double size = std::hypot(run.up.x, run.up.y);
  const double slack = std::max(1.0, 0.5 * size);
  const auto outside = [&](const Box& box) {
    return middle.x < box.left - slack || middle.x > box.right + slack ||
           middle.y < box.top - slack || middle.y > box.bottom + slack;
  };
  return outside(PageBox(marks_)) || outside(run.clip) || run.clip.Empty();
}

Sight Look::Covered(const Glyph& glyph, const Run& run) const {
  bool scan = false;
  for (const Sample& sample : kSamples) {
    const Point point = PointOf(glyph, sample.across, sample.above);
    const std::vector<std::uint32_t>& near = index_.Near(point);
    const auto later = std::lower_bound(near.begin(), near.end(), run.paints_before);
    const auto over = std::find_if(later, near.end(), [&](std::uint32_t number) {
      return marks_.paints[number].cover == Paint::Cover::kSurely && index_.Holds(number, point);
    });
    if (over == near.end()) return Sight::kSeen;
    scan = scan || (marks_.paints[*over].image && pictures_ >= kScan);
  }
  return scan ? Sight::kOcr : Sight::kCovered;
}

bool Look::MayMeetItsColour(const Run& run) const {
  if (!run.colour_counts || !run.colour.known) return false;
  return many_colours_ || std::any_of(colours_.begin(), colours_.end(), [&](const Colour& colour) {
           return colour.LooksLike(run.colour);
         });
}

bool Look::Uncoloured(const Glyph& glyph, const Run& run) const {
  for (const Sample& sample : kSamples) {
    const Point point = PointOf(glyph, sample.across, sample.above);
    const std::vector<std::uint32_t>& near = index_.Near(point);
    auto at = std::lower_bound(near.begin(), near.end(), run.paints_before);
    Colour behind = kWhite;
    while (at != near.begin()) {
      --at;
      if (!index_.Holds(*at, point)) continue;
      const Paint& paint = marks_.paints[*at];
      if (paint.cover == Paint::Cover::kMaybe) return false;
      behind = paint.colour;
      break;
    }
    if (!behind.LooksLike(run.colour)) return false;
  }
  return true;
}

Sight Look::At(std::size_t i) const {
  const Glyph& glyph = marks_.glyphs[i];
  const Run& run = marks_.runs[glyph.run];
  if (run.hidden_layer) return Sight::kHiddenLayer;
  if (run.invisible) {
    const bool layer = run.no_mode && OverPicture(PointOf(glyph, 0.5, 0.3));
    return layer ? Sight::kOcr : Sight::kInvisible;
  }
  if (!run.placed) return Sight::kSeen;
  if (OffPage(glyph, run)) return Sight::kOffPage;
  if (run.paints_before < marks_.paints.size()) {
    const Sight covered = Covered(glyph, run);
    if (covered != Sight::kSeen) return covered;
  }
  return MayMeetItsColour(run) && Uncoloured(glyph, run) ? Sight::kUncoloured : Sight::kSeen;
}

}  // namespace dossier::pdf::content
