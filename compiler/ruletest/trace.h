// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/deadlines/deadlines.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"
#include "compiler/ruletest/arms.h"

namespace dossier::ruletest {

/// Marks the arms that an evaluation of `resolved` goes through. `deadlines` are those of
/// the same case.
void Trace(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
           const std::vector<deadlines::DeadlineResult>& deadlines, Arms& arms);

}  // namespace dossier::ruletest
