// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "compiler/deadlines/deadlines.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/coverage.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"
#include "compiler/ruletest/arms.h"
#include "compiler/ruletest/make_case.h"
#include "compiler/ruletest/pack_tests.h"

namespace dossier::ruletest {

/// What came of one test: the case it describes, evaluated. The parts point into one another and
/// into the packs, so an outcome stays where it is.
struct Outcome {
  const PackTest* test = nullptr;
  MadeCase made;
  resolve::ResolvedCase resolved;
  evaluate::Coverage coverage;
  std::vector<deadlines::DeadlineResult> deadlines;
  diagnostics::Sink sink;  // what was found in the case
  bool passed = false;
};

using Outcomes = std::vector<std::unique_ptr<Outcome>>;

/// What tests are run against.
struct Subject {
  /// The pack, then those that it extends; tailored.
  const std::vector<model::RulePack>& packs;
  const std::vector<model::Calendar>& calendars;
};

/// Runs every test, whatever fails before it, and marks the arms of the pack that are reached.
/// Linear in the tests.
///
/// Needs:   there is a pack.
/// Reports: D0315 at the test for each thing that came out otherwise; D0317 when there is no test.
[[nodiscard]] Outcomes RunTests(const PackTests& tests, const Subject& subject, Arms& arms,
                                diagnostics::Sink& sink);

/// D0316 at each arm that was not reached.
void ReportUnreached(const Arms& arms, diagnostics::Sink& sink);

}  // namespace dossier::ruletest
