// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/judge.h"

#include <cmath>

#include "compiler/pdf/content/look.h"
#include "compiler/pdf/content/tally.h"

namespace dossier::pdf::content {
namespace {

/// Letters that stand over a picture without ink: fewer are a slip, not a layer.
constexpr int kLeastOfLayer = 3;

bool SameKindOfWord(Character character, const Sequences& sequences) {
  if (character == 0 || character == 0xFFFD) return false;
  for (const char32_t code : Spelled(character, sequences)) {
    if (IsOfWords(code)) return true;
  }
  return false;
}

}  // namespace

PageTruth JudgePage(const PageMarks& marks, int page) {
  PageTruth truth;
  const Look look(marks);
  truth.incomplete = marks.incomplete || look.cut_short();
  std::vector<Sight> sights(marks.glyphs.size(), Sight::kSeen);
  bool all_seen = true;
  for (std::size_t i = 0; i < marks.glyphs.size(); ++i) {
    sights[i] = look.At(i);
    all_seen = all_seen && sights[i] == Sight::kSeen;
  }
  if (!all_seen) {
    ForgetShadows(marks, sights);
    ForgetOverhang(marks, sights);
  }
  Tally tally(marks, page);
  int layer_letters = 0;
  for (std::size_t i = 0; i < marks.glyphs.size(); ++i) {
    const Glyph& glyph = marks.glyphs[i];
    const bool contradicts = glyph.contradicts && sights[i] == Sight::kSeen;
    if (sights[i] == Sight::kSeen && !contradicts) continue;
    const bool letter = SameKindOfWord(glyph.character, marks.sequences);
    if (sights[i] == Sight::kOcr) {
      layer_letters += letter ? 1 : 0;
      continue;
    }
    tally.Add(contradicts ? Deceit::kRemapped : DeceitOf(sights[i]), i, letter);
    HiddenSpot spot = look.SpotOf(i);
    spot.covered = sights[i] == Sight::kCovered;
    if (!contradicts && std::isfinite(spot.x + spot.y + spot.size)) truth.hidden.push_back(spot);
  }
  truth.ocr_layer = layer_letters >= kLeastOfLayer;
  truth.deceits = std::move(tally).Take();
  if (marks.replaced_words > 0) {
    truth.deceits.push_back({Deceit::kRemapped, page, marks.replaced_words, marks.replaced_detail});
  }
  if (truth.deceits.empty()) truth.hidden.clear();
  return truth;
}

}  // namespace dossier::pdf::content
