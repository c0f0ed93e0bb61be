// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/pdf/content/page_marks.h"

namespace dossier::pdf::content {

/// The current path (ISO 32000-1:2008, 8.5), on the display plane. Curves become four chords;
/// beyond a thousand corners only the box around is kept.
class Path {
 public:
  void Move(Point to);
  void Line(Point to);
  void Curve(Point control1, Point control2, Point to);
  void Close();
  void Rectangle(const Matrix& matrix, double x, double y, double width, double height);
  void Clear();

  [[nodiscard]] bool Empty() const { return !started_; }
  [[nodiscard]] Point last() const { return last_; }
  [[nodiscard]] const Box& bounds() const { return bounds_; }
  [[nodiscard]] const std::vector<Corner>& corners() const { return corners_; }
  /// Every corner was kept.
  [[nodiscard]] bool Followed() const { return followed_; }
  /// It is one rectangle with upright sides, so that `bounds` is all of it.
  [[nodiscard]] bool IsBox() const;

 private:
  void Add(Point at, bool begins);

  std::vector<Corner> corners_;
  Box bounds_{};
  Point start_{}, last_{};
  bool started_ = false;
  bool pending_move_ = false;
  bool followed_ = true;
};

/// True when `point` is inside the outline; the figures count as closed.
[[nodiscard]] bool Inside(const Corner* corners, std::size_t count, bool even_odd, Point point);

}  // namespace dossier::pdf::content
