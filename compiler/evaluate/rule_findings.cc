// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/rule_findings.h"

#include <algorithm>
#include <utility>

#include "compiler/evaluate/need_findings.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;
using What = Undecided::What;

std::string GateKey(std::string_view criterion, std::string_view gate, std::string_view subject) {
  std::string key(criterion);
  key.append(1, '\n').append(gate).append(1, '\n').append(subject);
  return key;
}

/// A date that is missing or too coarse, for a rule that reads it.
Finding DateFinding(const Node& node, bool missing, std::string_view date, std::string_view at,
                    std::string_view until_then) {
  Finding finding = About(node, missing ? Kind::kDateMissing : Kind::kPartialDateStraddles);
  const std::string_view id = node.rule.criterion->id;
  if (missing) {
    finding.args = {Id(id), Id(date)};
    finding.hint = {
        "state the date in dossier.yaml, or give it with \"--as-of {0}=DATE\"; until then {1}",
        {Id(date), Id(until_then)}};
  } else {
    finding.args = {Id(std::string(date) + " " + std::string(at)), Id(id)};
    finding.hint = {"give the day in dossier.yaml, or \"--as-of {0}=DATE\"; until then {1}",
                    {Id(date), Id(until_then)}};
  }
  finding.related.push_back({{"the rule stands here"}, node.rule.criterion->span});
  return finding;
}

Finding FactFinding(const Node& node, const Doubt& doubt) {
  Finding finding = About(node, Kind::kFactUndecided);
  const std::string_view name = doubt.what.name;
  const std::string_view id = node.rule.criterion->id;
  switch (doubt.what.what) {
    case What::kNumber:
      finding.args = {Id(id), Id(std::string(name) + " (as a whole number)")};
      finding.hint = {"write its value in facts.yaml as a whole number; until then {0}",
                      {Id(doubt.until_then)}};
      break;
    case What::kTruth:
      finding.args = {Id(id), Id(std::string(name) + " (as true or false)")};
      finding.hint = {"write its value in facts.yaml as \"true\" or \"false\"; until then {0}",
                      {Id(doubt.until_then)}};
      break;
    case What::kProcedure:
      finding.args = {Id(id), Id("procedure: " + std::string(name))};
      finding.hint = {"state the procedures in dossier.yaml; until then {0}",
                      {Id(doubt.until_then)}};
      break;
    default:
      finding.args = {Id(id), Id(name)};
      finding.hint = {"state it in facts.yaml: \"{id: {0}, value: ...}\"; until then {1}",
                      {Id(name), Id(doubt.until_then)}};
      break;
  }
  finding.need = name;
  return finding;
}

}  // namespace

RuleReport::RuleReport(const model::Case& source, diagnostics::Sink& sink) : sink_(sink) {
  for (const model::Judgement& judgement : source.author.judgements) {
    const bool everyone = judgement.subject.value == source.header.id.value;
    judged_.insert(GateKey(judgement.criterion.value, judgement.gate.value,
                           everyone ? std::string_view() : judgement.subject.value));
  }
}

void RuleReport::Report(const Node& node, Mode mode) {
  ReportForce(node, mode);
  ReportDoubts(node, mode);
  ReportTie(node);
  ReportSwitched(node);
  if (!node.applicability.applies || mode == Mode::kSilent) return;
  ReportSilentExclusion(node, mode);
  ReportJudgements(node, mode);
}

void RuleReport::Once(Finding finding, std::string about, Mode mode) {
  if (!told_.emplace(finding.kind, finding.criterion, std::move(about)).second) return;
  if (mode == Mode::kNotes) finding.level = Level::kNote;
  sink_.Report(std::move(finding));
}

void RuleReport::ReportForce(const Node& node, Mode mode) {
  const Applicability& state = node.applicability;
  const std::string at = state.at ? state.at->ToString() : "";
  const std::string about = std::string(state.reads) + " " + at;
  if (state.date_missing || state.in_force == InForce::kUndecided) {
    Once(DateFinding(node, state.date_missing, state.reads, at, "the rule is taken to apply"),
         about, mode);
    return;
  }
  if (state.in_force == InForce::kYes) return;
  Finding finding = About(node, state.in_force == InForce::kNotYet ? Kind::kRuleNotYetInForce
                                                                   : Kind::kRuleNoLongerInForce);
  finding.args = {Id(node.rule.criterion->id), Id(at)};
  finding.hint = {"plead the rule that is in force on that day, or check the date \"{0}\"",
                  {Id(state.reads)}};
  finding.related.push_back({{"the rule stands here"}, node.rule.criterion->span});
  Once(std::move(finding), about, mode);
}

void RuleReport::ReportDoubts(const Node& node, Mode mode) {
  std::set<std::pair<What, std::string_view>> told;
  for (const Doubt& doubt : node.applicability.doubts) {
    const Undecided& what = doubt.what;
    if (!told.emplace(what.what, what.name).second) continue;
    if (what.what == What::kDate || what.what == What::kImpreciseDate) {
      Once(DateFinding(node, what.what == What::kDate, what.name, what.at, doubt.until_then),
           std::string(what.name) + " " + what.at, mode);
    } else {
      sink_.Report(FactFinding(node, doubt));
    }
  }
}

void RuleReport::ReportTie(const Node& node) {
  if (node.exception.tied == nullptr) return;
  const model::Exception& one = *node.exception.exception;
  const model::Exception& other = *node.exception.tied;
  Finding finding = About(node, Kind::kExceptionTie);
  finding.subject.clear();
  finding.place = node.rule.criterion->span;
  finding.args = {Id(one.id), Id(other.id), Id(node.rule.criterion->id)};
  for (const model::Exception* exception : {&one, &other}) {
    finding.related.push_back(
        {{"{0} says: {1}",
          {Id(exception->id),
           Id(exception->use.empty() ? "not-applicable" : "use " + exception->use)}},
         exception->span});
  }
  finding.hint = {"let one of them name the other under \"overrides\": \"overrides: [{0}, {1}]\"",
                  {Id(node.rule.criterion->id), Id(other.id)}};
  Once(std::move(finding), one.id + " " + other.id, Mode::kFull);
}

void RuleReport::ReportSwitched(const Node& node) {
  if (node.switched.by == nullptr) return;
  Finding finding = About(node, Kind::kRuleSwitchedOff);
  finding.args = {Id(node.rule.criterion->id), Id(node.switched.by->criterion->id),
                  Id(node.switched.because)};
  finding.why = Why(*node.switched.by);
  finding.related.push_back({{"the rule that switches it off stands here"},
                             node.switched.by->criterion->span});
  finding.hint = {
      "rest on a rule that stays, or resolve what {0} reads, in facts.yaml or author.yaml",
      {Id(node.switched.by->criterion->id)}};
  sink_.Report(std::move(finding));
}

void RuleReport::ReportSilentExclusion(const Node& node, Mode mode) {
  if (!node.exclusion_expected || node.replaced != Replaced::kNo) return;
  const bool filed =
      std::any_of(node.adverse.begin(), node.adverse.end(), [](const AdverseResult& item) {
        return !item.limb.empty() && !item.defeater;
      });
  if (filed) return;
  const model::Criterion& criterion = *node.rule.criterion;
  Finding finding = About(node, Kind::kExclusionSilent);
  finding.args = {Id(Named(criterion.title, criterion.id))};
  if (mode == Mode::kNotes) finding.level = Level::kNote;
  const std::string limb = criterion.limbs.empty() ? "..." : criterion.limbs.front().id;
  finding.hint = {
      "file what will be raised, with its answer: \"criterion: {0}\", "
      "\"limbs: {{1}: [{cite: ..., answered_by: [...]}]}\"",
      {Id(criterion.id), Id(limb)}};
  finding.related.push_back({{"the rule stands here"}, criterion.span});
  sink_.Report(std::move(finding));
}

void RuleReport::ReportJudgements(const Node& node, Mode mode) {
  const model::Criterion& criterion = *node.rule.criterion;
  if (node.replaced != Replaced::kNo) return;
  for (const model::JudgementGate& gate : criterion.judgements) {
    const std::string_view subjects[] = {node.asked.subject, node.asked.person, {}};
    const bool judged =
        std::any_of(std::begin(subjects), std::end(subjects), [&](std::string_view subject) {
          return judged_.count(GateKey(criterion.id, gate.id, subject)) > 0;
        });
    if (judged) continue;
    Finding finding = About(node, Kind::kJudgementMissing);
    finding.need = gate.id;
    finding.args = {Id(Named(gate.title, gate.id)), Id(criterion.id)};
    const bool loud = criterion.weight == model::Weight::kCore && mode == Mode::kFull;
    finding.level = loud ? Level::kWarning : Level::kNote;
    const std::string whom = node.subject.empty() ? "" : "subject: " + node.subject + ", ";
    finding.hint = {
        "record it in author.yaml: \"judgements: [{criterion: {0}, gate: {1}, {2}by: ..., "
        "date: ..., reason: ...}]\"",
        {Id(criterion.id), Id(gate.id), Id(whom)}};
    finding.related.push_back({{"the rule asks for it here"}, gate.span});
    sink_.Report(std::move(finding));
  }
}

}  // namespace dossier::evaluate
