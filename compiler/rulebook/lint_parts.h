// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/date.h"
#include "compiler/model/pack.h"

/// The parts of `Lint`, one a question.
namespace dossier::rulebook {

void LintReach(const model::RulePack& pack, diagnostics::Sink& sink);             // D0311
void LintNeeds(const model::RulePack& pack, diagnostics::Sink& sink);             // D0312
void LintAge(const model::RulePack& pack, const Date& today, diagnostics::Sink& sink);  // D0313
void LintGaps(const std::vector<model::RulePack>& packs, diagnostics::Sink& sink);      // D0314

void LintAuthorities(const model::RulePack& pack, diagnostics::Sink& sink);       // D0226

}  // namespace dossier::rulebook
