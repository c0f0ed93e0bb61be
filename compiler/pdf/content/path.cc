// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/path.h"

#include <cmath>

namespace dossier::pdf::content {
namespace {

constexpr std::size_t kMostCorners = 1000;

}  // namespace

void Path::Add(Point at, bool begins) {
  if (!started_) {
    bounds_ = {at.x, at.y, at.x, at.y};
    started_ = true;
  }
  bounds_.Include(at);
  if (corners_.size() < kMostCorners) {
    corners_.push_back({at, begins});
  } else {
    followed_ = false;
  }
}

void Path::Move(Point to) {
  start_ = last_ = to;
  pending_move_ = true;
}

void Path::Line(Point to) {
  if (pending_move_ || !started_) Add(last_, true);
  pending_move_ = false;
  Add(to, false);
  last_ = to;
}

void Path::Curve(Point control1, Point control2, Point to) {
  const Point from = last_;
  constexpr int kChords = 4;
  for (int i = 1; i < kChords; ++i) {
    const double t = static_cast<double>(i) / kChords;
    const double u = 1 - t;
    const double w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
    Line({w0 * from.x + w1 * control1.x + w2 * control2.x + w3 * to.x,
          w0 * from.y + w1 * control1.y + w2 * control2.y + w3 * to.y});
  }
  Line(to);
}

void Path::Close() {
  last_ = start_;
  pending_move_ = true;
}

void Path::Rectangle(const Matrix& matrix, double x, double y, double width, double height) {
  Move(matrix.Apply({x, y}));
  Line(matrix.Apply({x + width, y}));
  Line(matrix.Apply({x + width, y + height}));
  Line(matrix.Apply({x, y + height}));
  Close();
}

void Path::Clear() {
  corners_.clear();
  started_ = pending_move_ = false;
  followed_ = true;
}

bool Path::IsBox() const {
  std::size_t count = corners_.size();
  const auto same = [](double a, double b) { return std::fabs(a - b) < 0.05; };
  if (count == 5 && same(corners_[0].at.x, corners_[4].at.x) &&
      same(corners_[0].at.y, corners_[4].at.y)) {
    count = 4;
  }
  if (count != 4 || !followed_) return false;
  for (std::size_t i = 1; i < 4; ++i) {
    if (corners_[i].begins) return false;
  }
  // The sides take turns: level, upright, level, upright, or the other way round.
  const bool level = same(corners_[0].at.y, corners_[1].at.y);
  return level ? same(corners_[1].at.x, corners_[2].at.x) &&
                     same(corners_[2].at.y, corners_[3].at.y) &&
                     same(corners_[3].at.x, corners_[0].at.x)
               : same(corners_[0].at.x, corners_[1].at.x) &&
                     same(corners_[1].at.y, corners_[2].at.y) &&
                     same(corners_[2].at.x, corners_[3].at.x) &&
                     same(corners_[3].at.y, corners_[0].at.y);
}

bool Inside(const Corner* corners, std::size_t count, bool even_odd, Point point) {
  int winding = 0;
  int crossings = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (corners[i].begins) first = i;
    const bool last = i + 1 == count || corners[i + 1].begins;
    const Point a = corners[i].at;
    const Point b = corners[last ? first : i + 1].at;
    if ((a.y <= point.y) == (b.y <= point.y)) continue;
    const double x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
    if (x <= point.x) continue;
    ++crossings;
    winding += b.y > a.y ? 1 : -1;
  }
  return even_odd ? crossings % 2 == 1 : winding != 0;
}

}  // namespace dossier::pdf::content
