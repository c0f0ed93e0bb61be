// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/paint_index.h"

#include "compiler/pdf/content/path.h"

namespace dossier::pdf::content {
namespace {

constexpr std::size_t kFew = 24;  // fewer paints need no cells
constexpr std::size_t kSide = 32;
constexpr std::size_t kMostEntries = 4'000'000;

std::size_t CellOf(double at, double length, std::size_t side) {
  if (!(at > 0) || !(length > 0)) return 0;
  const double cell = at / length * static_cast<double>(side);
  return cell >= static_cast<double>(side) ? side - 1 : static_cast<std::size_t>(cell);
}

}  // namespace

PaintIndex::PaintIndex(const PageMarks& marks) : marks_(marks) {
  side_ = marks.paints.size() <= kFew ? 1 : kSide;
  cells_.resize(side_ * side_);
  std::size_t entries = 0;
  for (std::uint32_t number = 0; number < marks.paints.size(); ++number) {
    const Box& box = marks.paints[number].box;
    const std::size_t last_row = Row(box.bottom);
    const std::size_t last_column = Column(box.right);
    for (std::size_t row = Row(box.top); row <= last_row; ++row) {
      for (std::size_t column = Column(box.left); column <= last_column; ++column) {
        cells_[row * side_ + column].push_back(number);
        ++entries;
      }
    }
    if (entries > kMostEntries) {
      cut_short_ = true;
      return;
    }
  }
}

std::size_t PaintIndex::Column(double x) const { return CellOf(x, marks_.width, side_); }
std::size_t PaintIndex::Row(double y) const { return CellOf(y, marks_.height, side_); }

const std::vector<std::uint32_t>& PaintIndex::Near(Point point) const {
  return cells_[Row(point.y) * side_ + Column(point.x)];
}

bool PaintIndex::Holds(std::uint32_t number, Point point) const {
  const Paint& paint = marks_.paints[number];
  if (!paint.box.Holds(point)) return false;
  return paint.corners == 0 ||
         Inside(marks_.corners.data() + paint.first_corner, paint.corners, paint.even_odd, point);
}

}  // namespace dossier::pdf::content
