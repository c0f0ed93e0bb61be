// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/compare.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compiler/evaluate/rule_index.h"
#include "compiler/foundation/joined.h"

namespace dossier::ruletest {
namespace {

using diagnostics::Id;
using evaluate::CriterionCoverage;
using evaluate::Verdict;

std::string Joined(const std::vector<std::string>& words, std::string_view none) {
  return words.empty() ? std::string(none) : dossier::Joined(words);
}

class Comparison {
 public:
  Comparison(const Outcome& outcome, const std::vector<model::RulePack>& packs,
             diagnostics::Sink& sink)
      : outcome_(outcome), test_(*outcome.test), rules_(packs), sink_(sink) {}

  bool Run() {
    const Expectation& expect = test_.expect;
    if (expect.verdict) CompareVerdict(test_.criterion.value, *expect.verdict, expect.span);
    if (expect.unmet) CompareUnmet(*expect.unmet);
    if (expect.reached) CompareReached(*expect.reached);
    for (const auto& [id, verdict] : expect.verdicts) CompareVerdict(id.value, verdict, id.span);
    for (const auto& [id, day] : expect.deadlines) CompareDeadline(id, day);
    for (const Text& code : expect.findings) WantFinding(code);
    for (const Text& code : expect.no_findings) WantNoFinding(code);
    CompareIds();
    return met_;
  }

 private:
  void Fail(const std::string& expected, const std::string& got, Span place) {
    met_ = false;
    diagnostics::Finding finding{.kind = diagnostics::Kind::kPackTestFailed,
                                 .args = {Id(test_.name), Id(expected), Id(got)},
                                 .place = test_.span,
                                 .criterion = test_.criterion.value};
    if (place.known()) finding.related.push_back({"this was expected", place});
    sink_.Report(std::move(finding));
  }

  [[nodiscard]] const CriterionCoverage* Find(std::string_view criterion) const {
    return Rated(outcome_.coverage, criterion, test_.subject.value);
  }

  void CompareVerdict(const std::string& criterion, Verdict wanted, Span place);
  void CompareUnmet(const std::vector<Text>& wanted);
  void CompareReached(const Text& wanted);
  void WantFinding(const Text& code);
  void WantNoFinding(const Text& code);
  void CompareDeadline(const Text& id, const std::string& wanted);
  void CompareIds();
  [[nodiscard]] std::vector<std::string> Unmet(const CriterionCoverage& rated) const;

  const Outcome& outcome_;
  const PackTest& test_;
  evaluate::RuleIndex rules_;
  diagnostics::Sink& sink_;
  bool met_ = true;
};

std::string Words(const CriterionCoverage* rated) {
  if (rated == nullptr) return "nothing: it is not asked";
  std::string words(ToString(rated->verdict));
  if (!rated->reason.empty()) words += " (" + rated->reason + ")";
  return words;
}

void Comparison::CompareVerdict(const std::string& criterion, Verdict wanted, Span place) {
  const CriterionCoverage* rated = Find(criterion);
  if (rated != nullptr && rated->verdict == wanted) return;
  Fail(criterion + " to be " + std::string(ToString(wanted)), Words(rated), place);
}

/// Needs of the criterion itself, not of its presumption, that are not covered, in their order. Of a
/// criterion that does not apply: none.
std::vector<std::string> Comparison::Unmet(const CriterionCoverage& rated) const {
  std::vector<std::string> unmet;
  const evaluate::Rule* rule = rules_.Find(rated.id);
  if (rated.verdict == Verdict::kNotApplicable || rule == nullptr) return unmet;
  const auto& needs = rule->criterion->needs;
  for (const evaluate::NeedCoverage& need : rated.needs) {
    const bool own = std::any_of(needs.begin(), needs.end(),
                                 [&](const model::Need& one) { return one.id == need.id; });
    if (own && need.verdict != Verdict::kCovered) unmet.push_back(need.id);
  }
  return unmet;
}

void Comparison::CompareUnmet(const std::vector<Text>& wanted) {
  std::vector<std::string> names;
  for (const Text& need : wanted) names.push_back(need.value);
  const CriterionCoverage* rated = Find(test_.criterion.value);
  const Span place = wanted.empty() ? test_.expect.span : wanted.front().span;
  const std::string expected = "unmet: " + Joined(names, "no need");
  if (rated == nullptr) return Fail(expected, Words(rated), place);
  const std::vector<std::string> unmet = Unmet(*rated);
  if (unmet != names) Fail(expected, Joined(unmet, "no need"), place);
}

void Comparison::CompareReached(const Text& wanted) {
  const CriterionCoverage* rated = Find(test_.criterion.value);
  const std::string reached =
      rated == nullptr ? Words(rated) : rated->reached.value_or("no branch");
  if (reached != wanted.value) Fail("branch " + wanted.value, reached, wanted.span);
}

void Comparison::WantFinding(const Text& code) {
  std::vector<std::string> codes;
  for (const diagnostics::Finding& finding : outcome_.sink.findings()) {
    const std::string found(Describe(finding.kind).code);
    if (found == code.value) return;
    if (std::find(codes.begin(), codes.end(), found) == codes.end()) codes.push_back(found);
  }
  std::sort(codes.begin(), codes.end());
  Fail("finding " + code.value, Joined(codes, "none"), code.span);
}

void Comparison::WantNoFinding(const Text& code) {
  for (const diagnostics::Finding& finding : outcome_.sink.findings()) {
    if (Describe(finding.kind).code != code.value) continue;
    return Fail("no finding " + code.value, finding.Message(), code.span);
  }
}

/// The earliest last day for the subject of the test, `unknown`, or nothing.
void Comparison::CompareDeadline(const Text& id, const std::string& wanted) {
  std::string got = "nothing: it does not apply";
  for (const deadlines::DeadlineResult& result : outcome_.deadlines) {
    if (result.deadline->id != id.value || result.subject != test_.subject.value) continue;
    got = result.last_day ? Date::Of(*result.last_day).ToString() : "unknown";
    if (got == wanted) return;
    if (!result.last_day && !result.unknown.empty()) got += " (" + result.unknown + ")";
  }
  Fail("the time of " + id.value + " to end on " + wanted, got, id.span);
}

/// A misspelt need would make a test pass for the wrong reason.
void Comparison::CompareIds() {
  using diagnostics::Kind;
  for (const diagnostics::Finding& finding : outcome_.sink.findings()) {
    const std::string_view code = Describe(finding.kind).code;
    const bool reference = code.starts_with("D02") &&
                           finding.EffectiveLevel() == diagnostics::Level::kError;
    const auto names = [&](const Text& wanted) { return wanted.value == code; };
    const auto& wanted = test_.expect.findings;
    if (!reference || std::any_of(wanted.begin(), wanted.end(), names)) continue;
    Fail("ids that the rules and the test have", finding.Message(), finding.place.span);
  }
}

}  // namespace

bool Compare(const Outcome& outcome, const std::vector<model::RulePack>& packs,
             diagnostics::Sink& sink) {
  return Comparison(outcome, packs, sink).Run();
}

const CriterionCoverage* Rated(const evaluate::Coverage& coverage, std::string_view criterion,
                               std::string_view subject) {
  const CriterionCoverage* worst = nullptr;
  for (const auto* ratings : {&coverage.criteria, &coverage.objections}) {
    for (const CriterionCoverage& rated : *ratings) {
      if (rated.id != criterion) continue;
      if (rated.subject == subject) return &rated;
      const bool worse = worst == nullptr || rated.verdict == Verdict::kUnknown ||
                         (worst->verdict != Verdict::kUnknown && rated.verdict < worst->verdict);
      if (worse) worst = &rated;
    }
  }
  return worst;
}

}  // namespace dossier::ruletest
