// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/evaluate.h"

#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compiler/evaluate/dates_read.h"
#include "compiler/evaluate/exhibit_rules.h"
#include "compiler/evaluate/findings.h"
#include "compiler/evaluate/reason.h"
#include "compiler/evaluate/rule_findings.h"
#include "compiler/evaluate/tree.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

CriterionCoverage CoverageOf(const Tree& tree, const Node& node) {
  CriterionCoverage coverage;
  coverage.id = node.rule.criterion->id;
  coverage.pack = node.rule.pack->id;
  coverage.revision = node.rule.criterion->revision;
  coverage.subject = node.subject;
  coverage.person = node.asked.person;
  std::unordered_set<std::string_view> parents;
  for (const std::string_view parent : node.parents) {
    if (parents.insert(parent).second) coverage.parents.emplace_back(parent);
  }
  coverage.pleaded = node.is_root;
  coverage.verdict = node.verdict.Value();
  coverage.reason = ReasonOf(tree, node);
  for (const NeedResult& need : node.needs) coverage.needs.push_back(need.coverage);
  for (const NeedResult& need : node.basis) coverage.needs.push_back(need.coverage);
  if (node.reached) coverage.reached = tree.nodes[*node.reached].rule.criterion->id;
  for (const AdverseResult& item : node.adverse) {
    coverage.adverse.push_back(
        {.exhibit = item.exhibit.empty() ? item.item->cite.text : item.exhibit,
         .pinpoint = item.pinpoint,
         .answered = item.answer.absent != Verdict::kContradicted});
  }
  return coverage;
}

/// The named dates that the rules of the tree read, of the first subject.
std::vector<std::pair<std::string, std::optional<std::string>>> DatesUsed(
    const Tree& tree, const Circumstances& of_case, const RuleIndex& rules, const LawTable& laws,
    const EvaluateOptions& options) {
  std::set<std::string_view> used = DatesReadBy(tree, rules, laws);
  for (const DateOverride& set : options.as_of) used.insert(set.first);
  const NamedDates& dates =
      of_case.DatesOf(tree.nodes.empty() ? Asked{} : tree.nodes.front().asked);
  std::vector<std::pair<std::string, std::optional<std::string>>> result;
  for (const std::string_view name : kNamedDates) {
    if (used.count(name) == 0) continue;
    const std::optional<Date>& date = dates.Get(name);
    result.emplace_back(name, date ? std::optional(date->ToString()) : std::nullopt);
  }
  return result;
}

/// An entry that belongs to several persons is asked under each of them; where that gives the same
/// verdict it is listed once.
class Listed {
 public:
  bool IsNew(const Node& node) {
    if (node.asked.subject == node.asked.person) return true;
    const auto [entry, is_new] = verdicts_.try_emplace(
        NamePair{node.rule.criterion->id, node.asked.subject}, node.verdict.Value());
    return is_new || entry->second != node.verdict.Value();
  }

 private:
  std::unordered_map<NamePair, Verdict, NamePairHash> verdicts_;
};

std::vector<LawCoverage> LawsOf(const LawTable& laws) {
  std::vector<LawCoverage> result;
  for (const LawInForce& law : laws.asked()) {
    result.push_back({.choice = law.choice->id,
                      .subject = std::string(law.person),
                      .option = law.option == nullptr ? "" : law.option->id,
                      .decided_by = law.decided_by,
                      .because = law.because});
  }
  return result;
}

}  // namespace

Coverage Evaluate(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
                  const EvaluateOptions& options, diagnostics::Sink& sink) {
  const model::Case& source = *resolved.source;
  const RuleIndex rules(packs);
  const Circumstances of_case(source, options.as_of);
  LawTable laws(packs, source, of_case);
  const Tree tree = EvaluateTree(
      {.resolved = resolved, .rules = rules, .circumstances = of_case, .laws = laws});
  Coverage coverage;
  Listed listed;
  for (const Node& node : tree.nodes) {
    if (node.rule.criterion->id.empty() || node.objection || !listed.IsNew(node)) continue;
    coverage.criteria.push_back(CoverageOf(tree, node));
  }
  for (const std::size_t at : tree.objections) {
    coverage.objections.push_back(CoverageOf(tree, tree.nodes[at]));
  }
  coverage.laws = LawsOf(laws);
  coverage.as_of = DatesUsed(tree, of_case, rules, laws, options);
  ReportTree(tree, source, sink);
  ReportLaws(tree, laws, sink);
  ReportObjections(tree, sink);
  ReportExhibitRules(resolved, packs, of_case, sink);
  ReportUnverified(tree, sink);
  ReportUnasked(tree, source, rules, sink);
  ReportSuccessors(tree, packs, sink);
  coverage.assertions = ReportAssertions(resolved, packs, sink);
  return coverage;
}

}  // namespace dossier::evaluate
