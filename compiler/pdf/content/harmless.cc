// SPDX-License-Identifier: GPL-3.0-or-later
// What looks hidden and deceives nobody.
#include <algorithm>
#include <cmath>

#include "compiler/pdf/content/look.h"

namespace dossier::pdf::content {
namespace {

/// True when `right` stands on the line of `left`, at most a word space and a half behind it.
bool GoesOn(const PageMarks& marks, const Glyph& left, const Glyph& right) {
  const Run& run = marks.runs[left.run];
  const double size = std::hypot(run.up.x, run.up.y);
  const double x = right.x - (left.x + left.advance * run.along.x);
  const double y = right.y - (left.y + left.advance * run.along.y);
  return std::hypot(x, y) < 1.5 * size &&
         std::fabs(x * run.up.x + y * run.up.y) < 0.5 * size * size;
}

}  // namespace

void ForgetShadows(const PageMarks& marks, std::vector<Sight>& sights) {
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (sights[i] == Sight::kSeen) seen.push_back(i);
  }
  const auto before = [&](std::size_t a, std::size_t b) {
    const Glyph& left = marks.glyphs[a];
    const Glyph& right = marks.glyphs[b];
    return std::pair(left.character, left.x) < std::pair(right.character, right.x);
  };
  std::sort(seen.begin(), seen.end(), before);
  for (std::size_t i = 0; i < sights.size(); ++i) {
    if (sights[i] == Sight::kSeen || sights[i] == Sight::kOcr) continue;
    const Glyph& glyph = marks.glyphs[i];
    const Run& run = marks.runs[glyph.run];
    const auto reach = static_cast<float>(std::min(0.6 * std::hypot(run.up.x, run.up.y), 100.0));
    auto at =
        std::lower_bound(seen.begin(), seen.end(), glyph, [&](std::size_t a, const Glyph& wanted) {
          return std::pair(marks.glyphs[a].character, marks.glyphs[a].x) <
                 std::pair(wanted.character, wanted.x - reach);
        });
    for (int steps = 0; at != seen.end() && steps < 1000; ++at, ++steps) {
      const Glyph& twin = marks.glyphs[*at];
      if (twin.character != glyph.character || twin.x > glyph.x + reach) break;
      if (std::fabs(twin.y - glyph.y) > reach) continue;
      sights[i] = Sight::kSeen;
      break;
    }
  }
}

void ForgetOverhang(const PageMarks& marks, std::vector<Sight>& sights) {
  constexpr int kLongest = 80;  // glyphs; a longer one is no accident
  const auto off = [&](std::size_t i) {
    const Run& run = marks.runs[marks.glyphs[i].run];
    // What a clip cuts off is still in the text layer; what is off the paper is not.
    const bool clipped = run.clip.left > 0 || run.clip.top > 0 || run.clip.right < marks.width ||
                         run.clip.bottom < marks.height;
    return sights[i] == Sight::kOffPage && !clipped;
  };
  for (std::size_t i = 1; i < sights.size(); ++i) {
    if (!off(i) || sights[i - 1] != Sight::kSeen) continue;
    std::size_t end = i;
    while (end < sights.size() && off(end) &&
           GoesOn(marks, marks.glyphs[end - 1], marks.glyphs[end]))
      ++end;
    if (end - i > kLongest) continue;
    for (; i < end; ++i) sights[i] = Sight::kSeen;
  }
}

}  // namespace dossier::pdf::content
