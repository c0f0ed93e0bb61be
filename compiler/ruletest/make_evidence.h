// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/ruletest/make_case.h"

namespace dossier::ruletest {

/// The grounds of the test, and the exhibits, publishers, arguments and pages that they stand on.
/// Needs: `made` has its people and its filing.
void AddEvidence(const PackTest& test, const std::vector<model::RulePack>& packs, MadeCase& made);

}  // namespace dossier::ruletest
