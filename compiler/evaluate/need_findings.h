// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/modes.h"
#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// The level of a gap: by its verdict, the weight of what it is in, and how loudly it may speak.
[[nodiscard]] diagnostics::Level LevelOf(Verdict verdict, model::Weight weight, Mode mode);

/// The lighter of two weights.
[[nodiscard]] model::Weight Lighter(model::Weight a, model::Weight b);

/// The place to edit: the first ground of the node, else the plea.
[[nodiscard]] Span PlaceOf(const Node& node);

/// A finding about `node` with its subject, criterion, place and authority filled in.
[[nodiscard]] diagnostics::Finding About(const Node& node, diagnostics::Kind kind);

/// What the counted needs of a node want said: D0404, D0501 to D0503, D0505, D0509, D0511 to
/// D0513, D0515. Needs: the mode is not silent.
void ReportNeeds(const Node& node, Mode mode, diagnostics::Sink& sink);

}  // namespace dossier::evaluate
