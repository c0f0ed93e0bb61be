// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/coverage.h"
#include "compiler/evaluate/dates.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::evaluate {

struct EvaluateOptions {
  /// Named dates set from outside; each wins over what the case states, for every subject.
  std::vector<DateOverride> as_of;
};

/// Rates how far the evidence of the case covers what it pleads, by the rules in `packs` (DESIGN
/// section 5). Rates coverage, never the merits.
///
/// Total: ids that refer to nothing are passed over; `BindRules` reports them.
///
/// Needs:   ids are unique; every citation that can be bound is.
/// Gives:   criteria subject by subject, roots in the order pleaded, each before its branches;
///          objections that are raised, by applicant; choices of law with who decided them.
/// Reports: D0305 to D0307, D0309, D0401 to D0404, D0407, D0413, D0414, D0501 to D0505, D0507 to
///          D0520, each with the authority behind it (`why`) and a concrete edit (`hint`).
/// Reads no files and no clock; linear in items but for sorting.
[[nodiscard]] Coverage Evaluate(const resolve::ResolvedCase& resolved,
                                const std::vector<model::RulePack>& packs,
                                const EvaluateOptions& options, diagnostics::Sink& sink);

}  // namespace dossier::evaluate
