// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/circumstances.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::evaluate {

/// Holds each exhibit that is cited anywhere, in YAML or in the argument, against the `exhibits`
/// rules of the packs.
///
/// A rule applies when its condition holds for an applicant (for the case, where there is none), or
/// when that is undecided: D0306, D0404 or D0403 then say so, once a rule. Of a note that stands
/// for its original only the register is asked. Dates are those of the first applicant.
///
/// Reports: D0520, one an exhibit and rule, with all that it lacks, at its entry in the register;
///          a warning for core rules, else a note.
void ReportExhibitRules(const resolve::ResolvedCase& resolved,
                        const std::vector<model::RulePack>& packs, const Circumstances& of_case,
                        diagnostics::Sink& sink);

}  // namespace dossier::evaluate
