// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/coverage.h"
#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// Says what the tree wants said, node by node: gaps once, where they are (DESIGN section 5).
void ReportTree(const Tree& tree, const model::Case& source, diagnostics::Sink& sink);

/// D0305: rules the case uses whose text was not read, or not in a version that covers the date
/// which they read.
void ReportUnverified(const Tree& tree, diagnostics::Sink& sink);

/// D0514: grounds that nothing asks about.
void ReportUnasked(const Tree& tree, const model::Case& source, const RuleIndex& rules,
                   diagnostics::Sink& sink);

/// D0413: grounds under rules that do not apply by their time or by the choice of law, and that a
/// pack says have become another.
void ReportSuccessors(const Tree& tree, const std::vector<model::RulePack>& packs,
                      diagnostics::Sink& sink);

/// Which assertions of the adverse decisions are answered; D0507 for each that is not when a pack
/// wants all answered.
[[nodiscard]] std::vector<AssertionCoverage> ReportAssertions(
    const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
    diagnostics::Sink& sink);

}  // namespace dossier::evaluate
