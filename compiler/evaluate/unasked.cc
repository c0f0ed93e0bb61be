// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compiler/evaluate/findings.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

/// The ids of `criteria` and of all that they lead to.
std::unordered_set<std::string_view> Below(std::vector<const model::Criterion*> criteria,
                                           const RuleIndex& rules) {
  std::unordered_set<std::string_view> ids;
  std::unordered_set<const model::Criterion*> seen;
  const auto add = [&](const std::string& id) {
    const Rule* rule = id.empty() ? nullptr : rules.Find(id);
    if (rule != nullptr) criteria.push_back(rule->criterion);
  };
  while (!criteria.empty()) {
    const model::Criterion& criterion = *criteria.back();
    criteria.pop_back();
    if (!seen.insert(&criterion).second) continue;
    ids.insert(criterion.id);
    add(criterion.ref);
    for (const model::Criterion& child : criterion.children) criteria.push_back(&child);
    for (const model::Exception& exception : criterion.exceptions) add(exception.use);
    for (const model::Transitional& entry : criterion.transitional) add(entry.use);
  }
  return ids;
}

/// What is filed for the body of a rule in whose place another one is asked.
void ReportReplaced(const Tree& tree, const Node& node,
                    std::unordered_set<const model::Ground*>& told, diagnostics::Sink& sink) {
  if (node.replaced == Replaced::kNo || node.children.empty() || node.objection) return;
  const std::string& instead = tree.nodes[node.children.front()].rule.criterion->id;
  for (const model::Ground* ground : node.grounds) {
    const bool filed = !ground->needs.empty() || !ground->limbs.empty();
    if (!filed || !told.insert(ground).second) continue;
    const std::string_view id = node.rule.criterion->id;
    Finding finding;
    finding.kind = Kind::kGroundNotAsked;
    finding.criterion = id;
    finding.subject = node.subject;
    finding.place = ground->criterion.span;
    finding.args = {Id(id), Id(instead + " takes its place")};
    finding.hint = {"file it for {0}; \"dossier why {1}\" says why", {Id(instead), Id(id)}};
    sink.Report(std::move(finding));
  }
}

}  // namespace

void ReportUnasked(const Tree& tree, const model::Case& source, const RuleIndex& rules,
                   diagnostics::Sink& sink) {
  const Subjects subjects(source);
  std::unordered_set<NamePair, NamePairHash> asked;
  std::unordered_map<std::string_view, std::vector<std::string>> criteria;  // the first subjects
  std::unordered_set<std::string_view> people;
  for (const model::Person& person : source.people) people.insert(person.id.value);
  std::vector<const model::Criterion*> cut_short;
  for (const Node& node : tree.nodes) {
    asked.emplace(node.rule.criterion->id, node.asked.subject);
    std::vector<std::string>& subjects_asked = criteria[node.rule.criterion->id];
    if (subjects_asked.size() < 5 && !node.subject.empty()) subjects_asked.push_back(node.subject);
    const bool empty = node.rule.criterion->op == model::Operator::kEach && node.children.empty();
    if (!node.applicability.applies || !node.broken.empty() || empty ||
        node.replaced != Replaced::kNo) {
      cut_short.push_back(node.rule.criterion);
    }
  }
  std::unordered_set<const model::Ground*> told;
  for (const Node& node : tree.nodes) ReportReplaced(tree, node, told, sink);
  // Below a rule that does not apply nothing is asked, and the rule says so itself.
  const std::unordered_set<std::string_view> below = Below(std::move(cut_short), rules);
  for (const model::Ground& ground : source.grounds) {
    const std::string_view id = ground.criterion.value;
    const Rule* rule = rules.Find(id);
    // D0207; and what answers an objection that is not raised does no harm.
    if (rule == nullptr || rule->objection) continue;
    Finding finding;
    finding.kind = Kind::kGroundNotAsked;
    finding.criterion = id;
    if (criteria.count(id) == 0) {
      if (below.count(id) > 0) continue;
      finding.place = ground.criterion.span;
      finding.args = {Id(id), Id("nothing that the case pleads asks about it")};
      finding.hint = {"add it to \"pleads\" in dossier.yaml, or move the ground"};
      sink.Report(std::move(finding));
      continue;
    }
    for (const model::Text& person : ground.for_persons) {
      if (asked.count({id, subjects.SubjectOf(person.value)}) > 0) continue;
      Finding about = finding;
      about.place = person.span;
      about.subject = person.value;
      about.args = {Id(id), Id("it is not asked of " + person.value)};
      if (people.count(person.value) > 0) {
        about.hint = {"plead it for this person: \"{criterion: {0}, for: [{1}]}\"",
                      {Id(id), Id(person.value)}};
      } else {
        about.hint = {"name in \"for\" whom or what it is asked of: {0}",
                      {Id(JoinOr(criteria[id]))}};
      }
      sink.Report(std::move(about));
    }
  }
}

}  // namespace dossier::evaluate
