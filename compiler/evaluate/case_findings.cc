// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "compiler/evaluate/findings.h"
#include "compiler/evaluate/need_findings.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;

bool IsAnswered(const model::Assertion& assertion, const resolve::ResolvedCase& resolved) {
  for (const model::Answer& answer : assertion.answers) {
    if (!answer.text.empty() || !answer.argument.value.empty()) return true;
    for (const model::Citation& cite : answer.cites) {
      const auto bound = resolved.by_span.find(cite.span);
      if (bound != resolved.by_span.end() && resolved.citations[bound->second].resolved)
        return true;
    }
  }
  return false;
}

/// One finding for the rules that one provision stands behind, at the first of them.
void ReportUnread(const std::vector<const Node*>& nodes, diagnostics::Sink& sink) {
  const Node& first = *nodes.front();
  const model::Authority& authority = *first.rule.authority;
  Finding finding = About(first, Kind::kRuleNotVerified);
  finding.place = first.plea;
  finding.subject.clear();
  std::string what = first.rule.criterion->id;
  if (nodes.size() > 1) what += " and " + std::to_string(nodes.size() - 1) + (nodes.size() == 2 ? " branch" : " branches");
  finding.args = {Id(what), Id(model::NameOf(model::VerificationNames(), authority.verified))};
  finding.hint = {"compare the rule with the text in force: {0}", {Id(authority.url)}};
  finding.related.push_back({{"the rule stands here"}, first.rule.criterion->span});
  sink.Report(std::move(finding));
}

}  // namespace

void ReportUnverified(const Tree& tree, diagnostics::Sink& sink) {
  struct Old {
    const Node* first = nullptr;
    int rules = 0;
  };
  std::map<std::pair<std::string, std::string>, Old> old;  // pack and version read
  /// Pack, instrument, pinpoint and mark.
  using Provision = std::tuple<std::string_view, std::string_view, std::string_view, model::Verification>;
  std::map<Provision, std::vector<const Node*>> unread;
  std::set<std::string_view> told;
  for (const Node& node : tree.nodes) {
    const model::Authority* authority = node.rule.authority;
    if (node.objection) continue;
    if (authority == nullptr || !told.insert(node.rule.criterion->id).second) continue;
    if (authority->verified == model::Verification::kRead) {
      const std::optional<Date> version = Date::Parse(authority->version);
      const std::optional<Date>& at = node.applicability.at;
      if (!version || !at || !version->CertainlyBefore(*at)) continue;
      Old& entry = old[{node.rule.pack->id, authority->version}];
      if (entry.first == nullptr) entry.first = &node;
      ++entry.rules;
      continue;
    }
    unread[{node.rule.pack->id, authority->instrument, authority->pinpoint, authority->verified}]
        .push_back(&node);
  }
  for (const auto& [key, nodes] : unread) ReportUnread(nodes, sink);
  for (const auto& [key, entry] : old) {
    Finding finding = About(*entry.first, Kind::kRuleNotVerified);
    finding.place = entry.first->plea;
    finding.subject.clear();
    finding.level = Level::kNote;
    finding.args = {Id(key.first + " (" + Count(entry.rules, "rule") + " of it)"),
                    Id("V of " + key.second)};
    finding.hint = {"compare the rules with the text in force on {0}",
                    {Id(entry.first->applicability.at->ToString())}};
    finding.related.push_back(
        {{"the first of them stands here"}, entry.first->rule.criterion->span});
    sink.Report(std::move(finding));
  }
}

void ReportSuccessors(const Tree& tree, const std::vector<model::RulePack>& packs,
                      diagnostics::Sink& sink) {
  std::unordered_map<std::string_view, std::vector<const model::Crosswalk*>> successors;
  for (const model::RulePack& pack : packs) {
    for (const model::Crosswalk& entry : pack.crosswalk) successors[entry.from].push_back(&entry);
  }
  std::set<std::pair<const model::Ground*, const model::Crosswalk*>> told;
  for (const Node& node : tree.nodes) {
    const InForce in_force = node.applicability.in_force;
    const bool out_of_time = in_force == InForce::kNotYet || in_force == InForce::kNoLonger;
    if (!out_of_time && !node.other_law) continue;
    const auto found = successors.find(node.rule.criterion->id);
    if (found == successors.end()) continue;
    for (const model::Ground* ground : node.grounds) {
      for (const model::Crosswalk* entry : found->second) {
        if (!told.emplace(ground, entry).second) continue;
        const std::string kind(model::NameOf(model::CrosswalkKindNames(), entry->kind));
        Finding finding = About(node, Kind::kRuleSucceeded);
        finding.place = ground->criterion.span;
        finding.args = {Id(node.rule.criterion->id), Id(entry->to.empty() ? "nothing" : entry->to),
                        Id(kind)};
        finding.need = entry->to;
        finding.hint = entry->to.empty()
                           ? diagnostics::Text("remove the ground, or say in the argument why the "
                                               "old text still governs")
                           : diagnostics::Text("read {0}, look at each item, then file it there",
                                               {Id(entry->to)});
        finding.related.push_back(
            {entry->note.empty() ? diagnostics::Text("the cross-walk stands here")
                                 : diagnostics::Text("{0}", {Id(entry->note.In("en"))}),
             entry->span});
        sink.Report(std::move(finding));
      }
    }
  }
}

std::vector<AssertionCoverage> ReportAssertions(const resolve::ResolvedCase& resolved,
                                                const std::vector<model::RulePack>& packs,
                                                diagnostics::Sink& sink) {
  const auto demanding = std::find_if(packs.begin(), packs.end(), [](const model::RulePack& pack) {
    return pack.answers_each_assertion;
  });
  std::vector<AssertionCoverage> coverage;
  for (const model::AdverseDecision& decision : resolved.source->decisions) {
    for (const model::Assertion& assertion : decision.assertions) {
      const bool answered = IsAnswered(assertion, resolved);
      coverage.push_back({assertion.id.value, answered});
      if (answered || demanding == packs.end()) continue;
      Finding finding;
      finding.kind = Kind::kAssertionUnanswered;
      finding.place = assertion.id.span.known() ? assertion.id.span : assertion.span;
      finding.args = {Id(assertion.id.value)};
      finding.need = assertion.id.value;
      if (decision.for_persons.size() == 1) finding.subject = decision.for_persons.front().value;
      if (!decision.exhibit.value.empty()) finding.exhibits = {decision.exhibit.value};
      finding.why = "pack " + demanding->id + " wants an answer to each assertion of the decision";
      finding.hint = {"add \"answers: [{cites: [...], text: ...}]\" to assertion {0}",
                      {Id(assertion.id.value)}};
      sink.Report(std::move(finding));
    }
  }
  return coverage;
}

}  // namespace dossier::evaluate
