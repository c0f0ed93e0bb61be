// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/fonts/shaper.h"
#include "compiler/layout/break_lines.h"
#include "compiler/layout/findings.h"
#include "compiler/layout/flow.h"
#include "compiler/layout/page_measure.h"
#include "compiler/text/breaks.h"
#include "compiler/text/hyphenate.h"

namespace dossier::layout {

/// What is needed to set words; one for a document.
struct Tools {
  fonts::Shaper& shaper;
  text::LineBreaker& breaker;
  Findings& findings;
  PageMeasure page = MeasureOf({});
  text::Hyphenation* hyphenation = nullptr;
};

/// Glyphs of one font and one direction inside one segment.
struct AtomPiece {
  const fonts::ShapedPiece* piece = nullptr;
  std::uint32_t segment = 0;
  std::uint32_t offset = 0;   // in the flow, of what was shaped
  std::uint32_t size = 0;     // of it, in bytes of the flow
  std::uint8_t level = 0;     // odd: runs to the left
  bool hyphen = false;        // a hyphen that the flow does not have was shaped behind it
};

/// The part of a flow between two places where a line may end.
struct Atom {
  std::uint32_t begin = 0, end = 0;    // bytes of the flow, without the space behind
  std::uint32_t first = 0, count = 0;  // pieces; of a word that may be cut all are with its first
  std::uint32_t space_segment = 0;     // whose face the space behind has
  bool joined = false;                 // its word goes on in the next atom
  bool goes_on = false;                // its word began in an atom before
};

struct Atoms {
  std::vector<Atom> atoms;
  std::vector<AtomPiece> pieces;
  std::vector<Unit> units;  // one an atom, for `BreakLines`
  bool too_wide = false;    // a word is wider than the measure that hyphens may save
};

enum class Cutting {
  kNone,     // words stay whole
  kNotYet,   // as `kNone`, but a word that is too wide is only noted, not cut
  kHyphens,  // words are cut where their language allows
};

/// Shapes a flow. No atom is wider than `measure`, unless a single character is: a longer word is
/// cut between characters and reported (D0909); addresses may break at their punctuation. Numbers
/// are not parted from what belongs to them, as long as a line can hold both.
[[nodiscard]] Atoms MakeAtoms(const Flow& flow, Length measure, Tools& tools,
                              Cutting cutting = Cutting::kNone);

/// Shapes bytes `begin` to `end` of a flow, with a hyphen behind when `hyphen`; returns their width.
Length ShapeRange(const Flow& flow, std::uint32_t begin, std::uint32_t end, bool hyphen,
                  Tools& tools, std::vector<AtomPiece>& out);

/// Whether `word` is an address of the web or of a mailbox, which breaks at its punctuation.
[[nodiscard]] bool IsAddress(std::string_view word);

/// Width of `advance` font units.
[[nodiscard]] Length WidthOf(std::int64_t advance, Length size, int units_per_em);

}  // namespace dossier::layout
