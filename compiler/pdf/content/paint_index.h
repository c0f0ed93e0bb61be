// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/pdf/content/page_marks.h"

namespace dossier::pdf::content {

/// Which paints of a page touch a point, without asking all of them.
class PaintIndex {
 public:
  explicit PaintIndex(const PageMarks& marks);

  /// Numbers of the paints whose box may hold `point`, in their order.
  [[nodiscard]] const std::vector<std::uint32_t>& Near(Point point) const;
  /// True when paint `number` covers `point`.
  [[nodiscard]] bool Holds(std::uint32_t number, Point point) const;
  /// Too many large paints on one page: only the first are in it.
  [[nodiscard]] bool cut_short() const { return cut_short_; }

 private:
  [[nodiscard]] std::size_t Column(double x) const;
  [[nodiscard]] std::size_t Row(double y) const;

  const PageMarks& marks_;
  std::size_t side_ = 1;  // cells in a row and in a column
  std::vector<std::vector<std::uint32_t>> cells_;
  bool cut_short_ = false;
};

}  // namespace dossier::pdf::content
