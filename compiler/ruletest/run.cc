// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/run.h"

#include <string>
#include <utility>

#include "compiler/evaluate/bind.h"
#include "compiler/evaluate/evaluate.h"
#include "compiler/resolve/resolve.h"
#include "compiler/ruletest/compare.h"

namespace dossier::ruletest {
namespace {

void Evaluate(const PackTest& test, const std::vector<model::RulePack>& packs,
              const std::vector<std::string>& also, Outcome& outcome) {
  outcome.test = &test;
  outcome.sink = {};
  outcome.made = MakeCase(test, packs, also);
  outcome.resolved =
      resolve::Resolve(outcome.made.source, outcome.made.pages, &outcome.made.lock, outcome.sink);
  evaluate::BindRules(outcome.made.source, packs, outcome.sink);
  outcome.coverage = evaluate::Evaluate(outcome.resolved, packs, {}, outcome.sink);
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

Outcomes RunTests(const PackTests& tests, const std::vector<model::RulePack>& packs,
                  diagnostics::Sink& sink) {
  Outcomes outcomes;
  if (tests.tests.empty()) {
    sink.Report({.kind = diagnostics::Kind::kPackUntested,
                 .args = {diagnostics::Id(tests.pack.value)},
                 .place = tests.span});
  }
  for (const PackTest& test : tests.tests) {
    Outcome& outcome = *outcomes.emplace_back(std::make_unique<Outcome>());
    Evaluate(test, packs, {}, outcome);
    const std::vector<std::string> also = NotAsked(test, outcome);
    if (!also.empty()) Evaluate(test, packs, also, outcome);
    outcome.passed = Compare(outcome, sink);
  }
  return outcomes;
}

}  // namespace dossier::ruletest
