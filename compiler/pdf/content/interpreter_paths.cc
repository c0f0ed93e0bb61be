// SPDX-License-Identifier: GPL-3.0-or-later
// Paths, clips, fills, lines, images (ISO 32000-1:2008, 8.5 and 8.9).
#include <array>
#include <cmath>

#include "compiler/pdf/content/interpreter.h"
#include "compiler/pdf/content/operator_names.h"

namespace dossier::pdf::content {
namespace {

constexpr double kClear = 0.01;   // less opacity than this shows nothing
constexpr double kOpaque = 0.95;  // more than this hides what is below
constexpr double kThin = 1;       // points: thinner things hide no word
constexpr std::size_t kMostPaints = 200'000;
constexpr std::size_t kMostCorners = 2'000'000;

}  // namespace

bool Interpreter::PathOperator(const Operation& op) {
  const auto point = [&](std::size_t from_end) {
    return state_.matrix.Apply({op.NumberFromEnd(from_end + 1), op.NumberFromEnd(from_end)});
  };
  switch (Pack(op.name)) {
    case Pack("m"):
      path_.Move(point(0));
      return true;
    case Pack("l"):
      path_.Line(point(0));
      return true;
    case Pack("c"):
      path_.Curve(point(4), point(2), point(0));
      return true;
    case Pack("v"):
      path_.Curve(path_.last(), point(2), point(0));
      return true;
    case Pack("y"):
      path_.Curve(point(2), point(0), point(0));
      return true;
    case Pack("h"):
      path_.Close();
      return true;
    case Pack("re"):
      path_.Rectangle(state_.matrix, op.NumberFromEnd(3), op.NumberFromEnd(2), op.NumberFromEnd(1),
                      op.NumberFromEnd(0));
      return true;
    case Pack("W"):
    case Pack("W*"):
      clip_next_ = PendingClip::kBox;
      return true;
    case Pack("n"):
      EndPath(false, false, false);
      return true;
    case Pack("f"):
    case Pack("F"):
      EndPath(true, false, false);
      return true;
    case Pack("f*"):
      EndPath(true, false, true);
      return true;
    case Pack("S"):
    case Pack("s"):
      EndPath(false, true, false);
      return true;
    case Pack("B"):
    case Pack("b"):
      EndPath(true, true, false);
      return true;
    case Pack("B*"):
    case Pack("b*"):
      EndPath(true, true, true);
      return true;
    default:
      return false;
  }
}

void Interpreter::EndPath(bool fill, bool line, bool even_odd) {
  if (!path_.Empty()) {
    if (fill) Fill(even_odd);
    if (line) Line();
  }
  if (clip_next_ == PendingClip::kBox) {
    const Box bounds = path_.Empty() ? Box{} : path_.bounds();
    state_.clip_exact = state_.clip_exact && (path_.Empty() || path_.IsBox());
    state_.clip = Intersect(state_.clip, bounds);
  }
  clip_next_ = PendingClip::kNone;
  path_.Clear();
}

Paint::Cover Interpreter::CoverOf(const Ink& ink) const {
  const bool black = ink.colour.known && ink.colour.LooksLike(kBlack);
  const bool plain =
      !state_.masked && !group_unclear_ && (!state_.blended || (state_.darkens && black));
  const bool sure =
      plain && state_.clip_exact && !ink.pattern && overlay_ && ink.alpha * group_alpha_ >= kOpaque;
  return sure ? Paint::Cover::kSurely : Paint::Cover::kMaybe;
}

void Interpreter::Fill(bool even_odd) {
  const Ink& ink = state_.fill;
  if (ink.alpha * group_alpha_ <= kClear || ink.space == ColourSpace::kNoInk) return;
  Paint paint{.cover = CoverOf(ink), .even_odd = even_odd, .colour = ink.colour};
  paint.box = Intersect(path_.bounds(), state_.clip);
  if (ink.pattern) paint.colour.known = false;
  if (path_.IsBox()) return AddPaint(paint, nullptr, 0);
  if (!path_.Followed()) paint.cover = Paint::Cover::kMaybe;
  AddPaint(paint, path_.corners().data(), path_.Followed() ? path_.corners().size() : 0);
}

/// A thick line is a row of slanted boxes: a marker pen of an annotation hides words.
void Interpreter::Line() {
  constexpr std::size_t kMostSegments = 64;
  const Ink& ink = state_.line;
  const Matrix& m = state_.matrix;
  const double scale = std::sqrt(std::fabs(m.a * m.d - m.b * m.c));
  const double half = state_.line_width * scale / 2;
  if (!(2 * half >= 1.5) || ink.alpha * group_alpha_ <= kClear) return;
  Paint paint{.cover = CoverOf(ink), .colour = ink.colour};
  if (ink.pattern) paint.colour.known = false;
  const std::vector<Corner>& corners = path_.corners();
  if (state_.dashed || corners.size() > kMostSegments) {
    const Box& all = path_.bounds();
    paint.cover = Paint::Cover::kMaybe;
    paint.box = Intersect({all.left - half, all.top - half, all.right + half, all.bottom + half},
                          state_.clip);
    return AddPaint(paint, nullptr, 0);
  }
  for (std::size_t i = 1; i < corners.size(); ++i) {
    if (corners[i].begins) continue;
    const Point a = corners[i - 1].at;
    const Point b = corners[i].at;
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (!(length > 0)) continue;
    const Point side{(a.y - b.y) / length * half, (b.x - a.x) / length * half};
    const std::array<Corner, 4> quad = {{{{a.x + side.x, a.y + side.y}, true},
                                         {{b.x + side.x, b.y + side.y}, false},
                                         {{b.x - side.x, b.y - side.y}, false},
                                         {{a.x - side.x, a.y - side.y}, false}}};
    Box box{a.x, a.y, a.x, a.y};
    for (const Corner& corner : quad) box.Include(corner.at);
    paint.box = Intersect(box, state_.clip);
    AddPaint(paint, quad.data(), quad.size());
  }
}

void Interpreter::AddImage(bool whole, bool stencil) {
  Ink ink = state_.fill;
  if (!stencil) ink.pattern = false;
  if (ink.alpha * group_alpha_ <= kClear) return;
  Paint paint{.cover = whole ? CoverOf(ink) : Paint::Cover::kMaybe, .image = true};
  paint.colour.known = false;
  const Matrix& m = state_.matrix;
  paint.box = Intersect(Around({0, 0, 1, 1}, m), state_.clip);
  if (KeepsAxes(m)) return AddPaint(paint, nullptr, 0);
  const std::array<Corner, 4> quad = {{{m.Apply({0, 0}), true},
                                       {m.Apply({1, 0}), false},
                                       {m.Apply({1, 1}), false},
                                       {m.Apply({0, 1}), false}}};
  AddPaint(paint, quad.data(), quad.size());
}

void Interpreter::AddPaint(Paint paint, const Corner* corners, std::size_t count) {
  if (Hidden() || !(paint.box.Width() >= kThin && paint.box.Height() >= kThin)) return;
  if (marks_.paints.size() >= kMostPaints || marks_.corners.size() + count > kMostCorners) {
    marks_.incomplete = true;
    return;
  }
  paint.first_corner = static_cast<std::uint32_t>(marks_.corners.size());
  paint.corners = static_cast<std::uint32_t>(count);
  marks_.corners.insert(marks_.corners.end(), corners, corners + count);
  marks_.paints.push_back(paint);
}

}  // namespace dossier::pdf::content
