// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/ruletest/run.h"

namespace dossier::ruletest {

/// D0315 at the test for each expectation that the outcome does not meet, and for ids in its
/// evidence that no rule has. True when there is none.
bool Compare(const Outcome& outcome, const std::vector<model::RulePack>& packs,
             diagnostics::Sink& sink);

/// The rating of `criterion`, or of an objection: of `subject`, else the worst of those that it was
/// asked of. Null when it was not asked.
[[nodiscard]] const evaluate::CriterionCoverage* Rated(const evaluate::Coverage& coverage,
                                                       std::string_view criterion,
                                                       std::string_view subject);

}  // namespace dossier::ruletest
