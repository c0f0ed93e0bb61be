// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/pdf/content/page_marks.h"
#include "compiler/pdf/content/paint_index.h"
#include "compiler/pdf/page_truth.h"

namespace dossier::pdf::content {

/// How a glyph looks to a reader.
enum class Sight : std::uint8_t {
  kSeen,
  kOcr,  // not seen, over or under a picture of the page
  kInvisible,
  kCovered,
  kOffPage,
  kUncoloured,
  kHiddenLayer,
};

[[nodiscard]] Deceit DeceitOf(Sight sight);

/// Looks at the glyphs of one page.
class Look {
 public:
  explicit Look(const PageMarks& marks);

  [[nodiscard]] Sight At(std::size_t glyph) const;
  [[nodiscard]] HiddenSpot SpotOf(std::size_t glyph) const;
  [[nodiscard]] bool cut_short() const { return index_.cut_short(); }

 private:
  /// `across` and `above` in em, from the origin of the glyph.
  [[nodiscard]] Point PointOf(const Glyph& glyph, double across, double above) const;
  [[nodiscard]] bool OverPicture(Point point) const;
  [[nodiscard]] bool OffPage(const Glyph& glyph, const Run& run) const;
  [[nodiscard]] Sight Covered(const Glyph& glyph, const Run& run) const;
  [[nodiscard]] bool MayMeetItsColour(const Run& run) const;
  [[nodiscard]] bool Uncoloured(const Glyph& glyph, const Run& run) const;

  const PageMarks& marks_;
  PaintIndex index_;
  std::vector<Colour> colours_;  // of the paints, each once; white for the paper
  bool many_colours_ = false;
  double pictures_ = 0;  // how much of the page they fill, 1: all
};

/// Takes hidden glyphs that also stand seen in the same place for seen.
void ForgetShadows(const PageMarks& marks, std::vector<Sight>& sights);

/// Takes the end of a line that runs over the edge of the paper for seen: everybody sees that it is
/// cut off.
void ForgetOverhang(const PageMarks& marks, std::vector<Sight>& sights);

}  // namespace dossier::pdf::content
