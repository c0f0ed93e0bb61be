// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/pack.h"

namespace dossier::rulebook {

/// Applies the tailorings of each pack to the criteria of the packs that it extends: needs added,
/// removed and changed. A criterion keeps its revision, so that links stay good; the method note
/// prints what was changed and why.
///
/// Refused, and nothing of the tailoring applied, with D0318: a criterion that no extended pack
/// has, a need that is not there or is there already, a criterion without needs left, a change
/// that makes nothing possible (min above max), two packs that change one need.
void Tailor(std::vector<model::RulePack>& packs, diagnostics::Sink& sink);

}  // namespace dossier::rulebook
