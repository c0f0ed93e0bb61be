// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

namespace dossier::evaluate {

/// Holds the packs against one another and the case against the packs.
///
/// Reports: D0109 for a criterion that stands in two packs, D0207 for criteria that no pack has (in
/// pleads, grounds and references), D0208 for needs, limbs and defeaters that a criterion does not
/// have, D0301 once for each circle of references, D0302 and D0303 for rules without authority or
/// content. Unknown ids get a suggestion.
void BindRules(const model::Case& source, const std::vector<model::RulePack>& packs,
               diagnostics::Sink& sink);

}  // namespace dossier::evaluate
