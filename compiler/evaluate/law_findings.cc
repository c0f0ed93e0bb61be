// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/evaluate/rule_findings.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

/// The rules of the tree that belong to a side of a choice, for one person.
using Sides = std::unordered_map<NamePair, std::vector<const Node*>, NamePairHash>;

Finding AboutLaw(const LawInForce& law, const std::vector<const Node*>& nodes, Kind kind) {
  Finding finding;
  finding.kind = kind;
  finding.subject = law.person;
  finding.need = law.choice->id;
  finding.why = Why(law.choice->authority);
  finding.place = nodes.empty() ? law.choice->span : nodes.front()->plea;
  return finding;
}

/// Each option, at the first of the rules that depend on it.
void RelateOptions(const LawInForce& law, const std::vector<const Node*>& nodes,
                   Finding& finding) {
  for (const model::ChoiceOption& option : law.choice->options) {
    const Node* first = nullptr;
    int rules = 0;
    for (const Node* node : nodes) {
      if (node->rule.criterion->law->option != option.id) continue;
      if (first == nullptr) first = node;
      ++rules;
    }
    const std::string words = Named(option.title, option.id);
    if (first == nullptr) {
      finding.related.push_back({{"option {0}; nothing pleaded belongs to it", {Id(words)}},
                                 option.span});
      continue;
    }
    finding.related.push_back({{"option {0}: {1}, {2}",
                                {Id(words), Id(first->rule.criterion->id),
                                 Id(Count(rules, "rule") + " in all")}},
                               first->rule.criterion->span});
  }
}

std::string OptionWords(const model::Choice& choice) {
  std::vector<std::string> ids;
  for (const model::ChoiceOption& option : choice.options) ids.push_back(option.id);
  return JoinOr(ids);
}

Finding OpenLaw(const LawInForce& law, const std::vector<const Node*>& nodes) {
  Finding finding = AboutLaw(law, nodes, Kind::kChoiceOfLawOpen);
  finding.args = {Id(Named(law.choice->title, law.choice->id))};
  RelateOptions(law, nodes, finding);
  for (const Undecided& one : law.undecided) {
    const std::string what =
        std::string(one.name) + (one.at.empty() ? " is not stated" : " " + one.at + " is too coarse");
    finding.related.push_back({{"the dates do not decide: {0}", {Id(what)}}, law.choice->span});
    break;
  }
  const std::string whom =
      law.person.empty() ? "" : "subject: " + std::string(law.person) + ", ";
  finding.hint = {
      "add to author.yaml \"choice_of_law: [{choice: {0}, option: {1}, {2}by: ..., date: ..., "
      "reason: {en: ...}}]\", the option being {3}; until then both are checked",
      {Id(law.choice->id),
       Id(law.choice->options.empty() ? "..." : law.choice->options.front().id), Id(whom),
       Id(OptionWords(*law.choice))}};
  return finding;
}

Finding UselessDecision(const LawInForce& law, const std::vector<const Node*>& nodes) {
  Finding finding = AboutLaw(law, nodes, Kind::kChoiceOfLawDecided);
  finding.place = law.decision->span;
  finding.args = {Id(Named(law.choice->title, law.choice->id)), Id(law.option->id),
                  Id(law.because)};
  finding.hint = {"remove the decision for \"{0}\", or correct the dates in dossier.yaml",
                  {Id(law.decision->option.value)}};
  return finding;
}

}  // namespace

void ReportLaws(const Tree& tree, const LawTable& laws, diagnostics::Sink& sink) {
  Sides sides;
  for (const Node& node : tree.nodes) {
    const std::optional<model::LawSide>& law = node.rule.criterion->law;
    if (law) sides[{law->choice, node.asked.person}].push_back(&node);
  }
  for (const LawInForce& law : laws.asked()) {
    const std::vector<const Node*>& nodes = sides[{law.choice->id, law.person}];
    if (nodes.empty()) continue;  // asked for a rule that turned out to be no part of the tree
    if (law.option == nullptr) {
      sink.Report(OpenLaw(law, nodes));
    } else if (law.decided_by == DecidedBy::kDates && law.decision != nullptr &&
               law.decision->option.value != law.option->id) {
      sink.Report(UselessDecision(law, nodes));
    }
  }
}

}  // namespace dossier::evaluate
