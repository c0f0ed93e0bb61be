// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/layout/atoms.h"
#include "compiler/layout/slab.h"

namespace dossier::layout {

/// Some atoms of a flow that stand on one line.
struct LineRange {
  std::size_t begin = 0, end = 0;  // atoms
  bool last = false;               // of its paragraph, or before a forced break
};

struct LinePlace {
  Length x, baseline;
  Length measure;
  Alignment alignment = Alignment::kJustified;
};

/// Natural width of a line.
[[nodiscard]] Length LineWidth(const Atoms& atoms, const LineRange& line);

/// Draws a line into `slab`: runs, boxes of links, note marks with their anchors. A justified line
/// reaches the measure exactly, unless its spaces would become holes. Returns where it ends.
Length SetLine(const Flow& flow, const Atoms& atoms, const LineRange& line, const LinePlace& place,
               Tools& tools, Slab& slab);

/// Puts a space without width behind the last run of `slab`, so that what follows at a distance is
/// another word for whoever reads the text (ISO 32000-1:2008, 14.8.2.5).
void EndWithSpace(Tools& tools, Slab& slab);

}  // namespace dossier::layout
