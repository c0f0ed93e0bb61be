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

/// Rules of which one thing is to be said, at the first of them.
struct SaidOnce {
  const Node* first = nullptr;
  int rules = 0;

  void Add(const Node& node) {
    if (first == nullptr) first = &node;
    ++rules;
  }
};

Finding NotVerified(const SaidOnce& said, std::string_view what, std::string_view mark) {
  Finding finding = About(*said.first, Kind::kRuleNotVerified);
  finding.place = said.first->plea;
  finding.subject.clear();
  finding.args = {Id(what), Id(mark)};
  return finding;
}

/// What stands on one provision that nobody has read.
void ReportUnread(const SaidOnce& said, diagnostics::Sink& sink) {
  const model::Authority& authority = *said.first->rule.authority;
  std::string what = said.first->rule.criterion->id;
  if (said.rules > 1) what += " and of " + Count(said.rules - 1, "more rule") + " with it";
  Finding finding =
      NotVerified(said, what, model::NameOf(model::VerificationNames(), authority.verified));
  finding.hint = {"compare the rule with the text in force: {0}", {Id(authority.url)}};
  finding.related.push_back({{"the rule stands here"}, said.first->rule.criterion->span});
  sink.Report(std::move(finding));
}

}  // namespace

void ReportUnverified(const Tree& tree, diagnostics::Sink& sink) {
  std::map<std::pair<std::string, std::string>, SaidOnce> old;  // pack and version read
  /// Pack, instrument, pinpoint and mark.
  using Provision =
      std::tuple<std::string_view, std::string_view, std::string_view, model::Verification>;
  std::map<Provision, SaidOnce> unread;
  std::set<std::string_view> told;
  for (const Node& node : tree.nodes) {
    const model::Authority* authority = node.rule.authority;
    if (node.objection) continue;
    if (authority == nullptr || !told.insert(node.rule.criterion->id).second) continue;
    if (authority->verified == model::Verification::kRead) {
      const std::optional<Date> version = Date::Parse(authority->version);
      const std::optional<Date>& at = node.applicability.at;
      if (!version || !at || !version->CertainlyBefore(*at)) continue;
      old[{node.rule.pack->id, authority->version}].Add(node);
      continue;
    }
    unread[{node.rule.pack->id, authority->instrument, authority->pinpoint, authority->verified}]
        .Add(node);
  }
  for (const auto& [key, said] : unread) ReportUnread(said, sink);
  for (const auto& [key, said] : old) {
    Finding finding = NotVerified(said, key.first + " (" + Count(said.rules, "rule") + " of it)",
                                  "V of " + key.second);
    finding.level = Level::kNote;
    finding.hint = {"compare the rules with the text in force on {0}",
                    {Id(said.first->applicability.at->ToString())}};
    finding.related.push_back(
        {{"the first of them stands here"}, said.first->rule.criterion->span});
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
