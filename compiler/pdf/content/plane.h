// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

/// Points, boxes and matrices of the display plane: points (1/72 inch), the upper left corner of
/// the crop box as a reader shows it is the origin, x to the right, y downwards.
namespace dossier::pdf::content {

struct Point {
  double x = 0, y = 0;
};

/// Row vectors, as in ISO 32000-1:2008, 8.3.3.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  [[nodiscard]] Point Apply(Point p) const {
    return {a * p.x + c * p.y + e, b * p.x + d * p.y + f};
  }
  /// Of a vector: without the translation.
  [[nodiscard]] Point Turn(Point p) const { return {a * p.x + c * p.y, b * p.x + d * p.y}; }
};

/// `first`, then `then`.
[[nodiscard]] inline Matrix Concat(const Matrix& first, const Matrix& then) {
  return {
      first.a * then.a + first.b * then.c,          first.a * then.b + first.b * then.d,
      first.c * then.a + first.d * then.c,          first.c * then.b + first.d * then.d,
      first.e * then.a + first.f * then.c + then.e, first.e * then.b + first.f * then.d + then.f};
}

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] double Width() const { return right - left; }
  [[nodiscard]] double Height() const { return bottom - top; }
  [[nodiscard]] double Area() const { return Empty() ? 0 : Width() * Height(); }
  [[nodiscard]] bool Empty() const { return !(right > left && bottom > top); }
  [[nodiscard]] bool Holds(Point p) const {
    return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
  }
  void Include(Point p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
  }
};

[[nodiscard]] inline Box Intersect(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

/// The smallest box around the image of the unit square, grown from a rectangle by `matrix`.
[[nodiscard]] inline Box Around(const Box& box, const Matrix& matrix) {
  const Point first = matrix.Apply({box.left, box.top});
  Box out{first.x, first.y, first.x, first.y};
  out.Include(matrix.Apply({box.right, box.top}));
  out.Include(matrix.Apply({box.left, box.bottom}));
  out.Include(matrix.Apply({box.right, box.bottom}));
  return out;
}

/// True when axes stay parallel to axes, so that a rectangle stays one.
[[nodiscard]] inline bool KeepsAxes(const Matrix& m) {
  const double size = std::max({std::fabs(m.a), std::fabs(m.b), std::fabs(m.c), std::fabs(m.d)});
  const double tiny = size * 1e-4;
  return (std::fabs(m.b) <= tiny && std::fabs(m.c) <= tiny) ||
         (std::fabs(m.a) <= tiny && std::fabs(m.d) <= tiny);
}

}  // namespace dossier::pdf::content
