// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/run.h"

#include <string>
#include <utility>

#include "compiler/evaluate/bind.h"
#include "compiler/evaluate/evaluate.h"
#include "compiler/forum/wording.h"
#include "compiler/resolve/resolve.h"
#include "compiler/ruletest/compare.h"
#include "compiler/ruletest/trace.h"

namespace dossier::ruletest {
namespace {

void Evaluate(const PackTest& test, const Subject& subject, const std::vector<std::string>& also,
              Outcome& outcome) {
  outcome.test = &test;
  outcome.sink = {};
  outcome.made = MakeCase(test, subject.packs, also);
  const model::Case& source = outcome.made.source;
  outcome.resolved =
      resolve::Resolve(source, outcome.made.pages, &outcome.made.lock, outcome.sink);
  evaluate::BindRules(source, subject.packs, outcome.sink);
  outcome.coverage = evaluate::Evaluate(outcome.resolved, subject.packs, {}, outcome.sink);
  outcome.deadlines = deadlines::ComputeDeadlines(source, subject.packs, subject.calendars, {},
                                                  outcome.sink);
  forum::CheckWording(source, subject.packs, outcome.sink);
}

/// Criteria whose verdict the test wants and that what it asks for does not lead to.
std::vector<std::string> NotAsked(const PackTest& test, const Outcome& outcome) {
  std::vector<std::string> ids;
  for (const auto& [id, verdict] : test.expect.verdicts) {
    if (Rated(outcome.coverage, id.value, test.subject.value) == nullptr) ids.push_back(id.value);
  }
  return ids;
}

}  // namespace

Outcomes RunTests(const PackTests& tests, const Subject& subject, Arms& arms,
                  diagnostics::Sink& sink) {
  Outcomes outcomes;
  if (tests.tests.empty()) {
    sink.Report({.kind = diagnostics::Kind::kPackUntested,
                 .args = {diagnostics::Id(tests.pack.value)},
                 .place = tests.span.known() ? diagnostics::Place(tests.span)
                                             : diagnostics::Place::InFile(tests.path),
                 .hint = {"write one into {0}: `- {name: ..., criterion: ..., expect: {verdict: "
                          "open}}`",
                          {diagnostics::Id(tests.path)}}});
  }
  for (const PackTest& test : tests.tests) {
    Outcome& outcome = *outcomes.emplace_back(std::make_unique<Outcome>());
    Evaluate(test, subject, {}, outcome);
    const std::vector<std::string> also = NotAsked(test, outcome);
    if (!also.empty()) Evaluate(test, subject, also, outcome);
    outcome.passed = Compare(outcome, subject.packs, sink);
    Trace(outcome.resolved, subject.packs, outcome.deadlines, arms);
  }
  return outcomes;
}

void ReportUnreached(const Arms& arms, diagnostics::Sink& sink) {
  for (const Arm& arm : arms.all()) {
    if (arm.reached) continue;
    sink.Report({.kind = diagnostics::Kind::kArmUntested,
                 .args = {diagnostics::Id(arm.rule), diagnostics::Id(arm.way)},
                 .place = arm.place,
                 .criterion = arm.rule});
  }
}

}  // namespace dossier::ruletest
