// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/page_measure.h"

#include <algorithm>

namespace dossier::layout {
namespace {

constexpr Length kSmallestSide = Length::FromMillimetres(90);
constexpr Length kLargestSide = Length::FromMillimetres(1200);
constexpr Length kNarrowestText = Length::FromMillimetres(55);
constexpr Length kLowestText = Length::FromMillimetres(60);

/// Makes the margins `a` and `b` of a side smaller until `least` is left between them.
void LeaveRoom(Length side, Length least, Length& a, Length& b) {
  a = std::clamp(a, Length(), side);
  b = std::clamp(b, Length(), side);
  const Length both = a + b;
  const Length most = side - least;
  if (both > most) {
    a = Length::FromRaw(a.raw() * most.raw() / both.raw());
    b = most - a;
  }
}

}  // namespace

PageMeasure MeasureOf(const compose::PageSetup& setup) {
  PageMeasure page{std::clamp(setup.width, kSmallestSide, kLargestSide),
                   std::clamp(setup.height, kSmallestSide, kLargestSide),
                   setup.left,
                   setup.right,
                   setup.top,
                   setup.bottom};
  LeaveRoom(page.width, kNarrowestText, page.left, page.right);
  LeaveRoom(page.height, kLowestText, page.top, page.bottom);
  return page;
}

}  // namespace dossier::layout
