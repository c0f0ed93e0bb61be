// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/evaluate.h"

#include <set>
#include <utility>

#include "compiler/evaluate/findings.h"
#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {
namespace {

std::string ReasonOf(const Tree& tree, const Node& node) {
  if (!node.applicability.applies) return node.applicability.reason;
  if (!node.broken.empty()) return node.broken;
  const Verdict verdict = node.verdict.Value();
  if (verdict == Verdict::kNotApplicable) {
    switch (node.rule.criterion->op) {
      case model::Operator::kNone:
        return "nothing is filed in any of its branches";
      case model::Operator::kNeeds:
        return "it has no core need";
      default:
        return "none of its branches applies";
    }
  }
  if (verdict != Verdict::kUnknown) return {};
  for (const NeedResult& need : node.needs) {
    if (need.verdict.Value() != Verdict::kUnknown) continue;
    if (!need.unread.empty()) return "exhibit " + need.unread.front() + " could not be read";
    return "a date that it reads is not stated";
  }
  for (const AdverseResult& item : node.adverse) {
    if (!item.readable) return "exhibit " + item.exhibit + " could not be read";
  }
  for (const std::size_t child : node.children) {
    if (tree.nodes[child].verdict.Value() != Verdict::kUnknown) continue;
    return "it depends on " + tree.nodes[child].rule.criterion->id;
  }
  return "something that it depends on could not be read";
}

CriterionCoverage CoverageOf(const Tree& tree, const Node& node) {
  CriterionCoverage coverage;
  coverage.id = node.rule.criterion->id;
  coverage.pack = node.rule.pack->id;
  coverage.revision = node.rule.criterion->revision;
  coverage.subject = node.subject;
  coverage.parents.assign(node.parents.begin(), node.parents.end());
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

/// The named dates that the rules of the tree read, `filing` always, of the first subject.
std::vector<std::pair<std::string, std::optional<std::string>>> DatesUsed(
    const Tree& tree, const model::Case& source, const EvaluateOptions& options) {
  std::set<std::string_view> used = {"filing"};
  for (const DateOverride& set : options.as_of) used.insert(set.first);
  for (const Node& node : tree.nodes) {
    const model::Criterion& criterion = *node.rule.criterion;
    if (criterion.from || criterion.to) used.insert(node.applicability.reads);
    for (const model::Need& need : criterion.needs) {
      if (need.where.fresh && !need.where.fresh->of.empty()) used.insert(need.where.fresh->of);
    }
  }
  const std::string subject = tree.nodes.empty() ? std::string() : tree.nodes.front().subject;
  const NamedDates dates(source.header, subject, options.as_of);
  std::vector<std::pair<std::string, std::optional<std::string>>> result;
  for (const std::string_view name : kNamedDates) {
    if (used.count(name) == 0) continue;
    const std::optional<Date>& date = dates.Get(name);
    result.emplace_back(name, date ? std::optional(date->ToString()) : std::nullopt);
  }
  return result;
}

}  // namespace

Coverage Evaluate(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
                  const EvaluateOptions& options, diagnostics::Sink& sink) {
  const RuleIndex rules(packs);
  const Tree tree = EvaluateTree({.resolved = resolved, .rules = rules, .as_of = options.as_of});
  Coverage coverage;
  for (const Node& node : tree.nodes) {
    if (!node.rule.criterion->id.empty()) coverage.criteria.push_back(CoverageOf(tree, node));
  }
  coverage.as_of = DatesUsed(tree, *resolved.source, options);
  ReportTree(tree, sink);
  ReportUnverified(tree, sink);
  ReportUnasked(tree, *resolved.source, rules, sink);
  coverage.assertions = ReportAssertions(resolved, packs, sink);
  return coverage;
}

}  // namespace dossier::evaluate
