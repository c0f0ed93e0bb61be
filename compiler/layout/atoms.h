// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/fonts/shaper.h"
#include "compiler/layout/break_lines.h"
#include "compiler/layout/findings.h"
#include "compiler/layout/flow.h"
#include "compiler/layout/page_measure.h"
#include "compiler/text/breaks.h"

namespace dossier::layout {

/// What is needed to set words; one for a document.
struct Tools {
  fonts::Shaper& shaper;
  text::LineBreaker& breaker;
  Findings& findings;
  PageMeasure page = MeasureOf({});
};

/// Glyphs of one font inside one segment.
struct AtomPiece {
  const fonts::ShapedPiece* piece = nullptr;
  std::uint32_t segment = 0;
  std::uint32_t offset = 0;  // in the flow, of what was shaped
};

/// The part of a flow between two places where a line may end.
struct Atom {
  std::uint32_t begin = 0, end = 0;    // bytes of the flow, without the space behind
  std::uint32_t first = 0, count = 0;  // pieces
  std::uint32_t space_segment = 0;     // whose face the space behind has
};

struct Atoms {
  std::vector<Atom> atoms;
  std::vector<AtomPiece> pieces;
  std::vector<Unit> units;  // one an atom, for `BreakLines`
};

/// Shapes a flow. No atom is wider than `measure`, unless a single character is: a longer word is
/// cut between characters and reported (D0909); addresses may break at their punctuation.
[[nodiscard]] Atoms MakeAtoms(const Flow& flow, Length measure, Tools& tools);

/// Width of `advance` font units.
[[nodiscard]] Length WidthOf(std::int64_t advance, Length size, int units_per_em);

}  // namespace dossier::layout
