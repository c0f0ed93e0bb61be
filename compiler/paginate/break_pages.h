// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/compose/document.h"
#include "compiler/foundation/length.h"
#include "compiler/layout/slab.h"

namespace dossier::paginate {

/// A slab on a page; `top` counts down from the top of the text area.
struct PlacedSlab {
  layout::Slab* slab = nullptr;
  Length top;
  bool repeated = false;  // head of a table that goes on: drawn, but neither anchor nor note mark
};

/// What stands on one page, before heads and feet.
struct PlannedPage {
  std::vector<PlacedSlab> body;
  std::vector<PlacedSlab> notes;
  Length rule;  // where the rule above the notes is drawn; without meaning when there are none
};

/// Breaks slabs into pages whose text is `height` high.
///
/// A note begins on the page of its mark when any of it fits there; what does not fit goes on at
/// the foot of the next pages. Slabs marked `keep_with_next` stay together as long as a page can
/// hold them. The head of a table stands again on every page that the table goes on.
/// Notes that do not stand at the foot stand at the next `Endnotes`, those behind the last at the end.
/// Gives at least one page; every slab and every line of a note exactly once, in order.
[[nodiscard]] std::vector<PlannedPage> BreakPages(
    std::vector<layout::LaidBlock>& blocks, Length height,
    compose::NotePlacement notes = compose::NotePlacement::kFoot);

/// Space above and below the rule over the notes.
inline constexpr Length kAboveNotes = Length::FromPoints(10);
inline constexpr Length kBelowNoteRule = Length::FromPoints(4);
inline constexpr Length kBetweenNotes = Length::FromPoints(1.8);

}  // namespace dossier::paginate
