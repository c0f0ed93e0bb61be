// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

namespace dossier::evaluate {

/// Holds the packs against one another and the case against the packs.
///
/// Reports: D0109 for a criterion that stands in two packs; D0207 for criteria that no pack has (in
/// pleads, grounds, references, exceptions, transitional entries, rules that switch others off,
/// judgements, new elements); D0208 for needs, limbs and defeaters that a criterion does not have;
/// D0211 for exceptions, choices of law, options, judgements and marked contradictions that do not
/// exist; D0301 once for each circle of references; D0302 and D0303 for rules without authority or
/// content; D0308 for exceptions that override themselves; D0310 for references out of time.
/// Unknown ids get a suggestion, a hundred of them at most. Linear in the packs and the case.
void BindRules(const model::Case& source, const std::vector<model::RulePack>& packs,
               diagnostics::Sink& sink);

}  // namespace dossier::evaluate
