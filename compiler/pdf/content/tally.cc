// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/tally.h"

#include <cmath>

namespace dossier::pdf::content {
namespace {

constexpr std::size_t kMostWords = 200;  // bytes

}  // namespace

/// True when nothing but letter space stands between the two.
bool Tally::Follows(std::size_t last, std::size_t glyph) const {
  const Glyph& left = marks_.glyphs[last];
  const Glyph& right = marks_.glyphs[glyph];
  const Run& run = marks_.runs[left.run];
  const double size = std::hypot(run.up.x, run.up.y);
  const double x = left.x + left.advance * run.along.x;
  const double y = left.y + left.advance * run.along.y;
  return std::hypot(right.x - x, right.y - y) < 0.2 * size;
}

void Tally::Add(Deceit kind, std::size_t glyph, bool letter) {
  OfKind& of = kinds_[static_cast<std::size_t>(kind)];
  of.letters += letter ? 1 : 0;
  if (of.words.size() < kMostWords) {
    if (of.any && !Follows(of.last, glyph)) of.words += ' ';
    of.words += ToText(marks_.glyphs[glyph].character, marks_.sequences);
  }
  of.last = glyph;
  of.any = true;
}

std::vector<PageDeceit> Tally::Take() && {
  std::vector<PageDeceit> deceits;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    OfKind& of = kinds_[kind];
    if (of.letters == 0) continue;
    deceits.push_back({static_cast<Deceit>(kind), page_, of.letters, std::move(of.words)});
  }
  return deceits;
}

}  // namespace dossier::pdf::content
