// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/findings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compiler/evaluate/modes.h"
#include "compiler/evaluate/need_findings.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;
using diagnostics::Number;
using model::Operator;

class Reporter {
 public:
  Reporter(const Tree& tree, diagnostics::Sink& sink)
      : tree_(tree), modes_(ModesOf(tree)), sink_(sink) {}

  void Report() {
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      const Node& node = tree_.nodes[i];
      ReportForce(node, modes_[i]);
      ReportUndecided(node);
      if (!node.applicability.applies || modes_[i] == Mode::kSilent) continue;
      ReportBroken(node, modes_[i]);
      ReportNeeds(node, modes_[i], sink_);
      ReportAdverse(node, modes_[i]);
      if (IsChoice(*node.rule.criterion)) ReportChoice(node, modes_[i]);
    }
  }

 private:
  void ReportForce(const Node& node, Mode mode);
  void ReportUndecided(const Node& node);
  void ReportBroken(const Node& node, Mode mode);
  void ReportAdverse(const Node& node, Mode mode);
  void ReportOneAdverse(const Node& node, const AdverseResult& item, Mode mode);
  void ReportChoice(const Node& node, Mode mode);
  void RelateBranches(const Node& node, Finding& finding) const;
  [[nodiscard]] std::string UnreadBelow(const Node& node) const;

  const Tree& tree_;
  std::vector<Mode> modes_;
  diagnostics::Sink& sink_;
  /// Said once for a rule and a date, whoever the subject is.
  std::set<std::tuple<Kind, std::string_view, std::string>> told_;
};

void Reporter::ReportForce(const Node& node, Mode mode) {
  const Applicability& state = node.applicability;
  Finding finding;
  if (state.date_missing) {
    finding = About(node, Kind::kDateMissing);
    finding.args = {Id(node.rule.criterion->id), Id(state.reads)};
    finding.hint = {
        "state the date in dossier.yaml, or give it with \"--as-of {0}=DATE\"; until "
        "then the rule is taken to apply",
        {Id(state.reads)}};
  } else if (state.in_force == InForce::kUndecided) {
    finding = About(node, Kind::kPartialDateStraddles);
    finding.args = {Id(std::string(state.reads) + " " + state.at->ToString()),
                    Id(node.rule.criterion->id)};
    finding.hint = {
        "give the day in dossier.yaml, or \"--as-of {0}=DATE\"; until then the rule is "
        "taken to apply",
        {Id(state.reads)}};
  } else if (state.in_force != InForce::kYes) {
    finding = About(node, state.in_force == InForce::kNotYet ? Kind::kRuleNotYetInForce
                                                             : Kind::kRuleNoLongerInForce);
    finding.args = {Id(node.rule.criterion->id), Id(state.at->ToString())};
    finding.hint = {"plead the rule that is in force on that day, or check the date \"{0}\"",
                    {Id(state.reads)}};
  } else {
    return;
  }
  const std::string at = state.at ? state.at->ToString() : "";
  if (!told_.emplace(finding.kind, node.rule.criterion->id, at).second) return;
  if (mode == Mode::kNotes) finding.level = Level::kNote;
  finding.related.push_back({{"the rule stands here"}, node.rule.criterion->span});
  sink_.Report(std::move(finding));
}

void Reporter::ReportUndecided(const Node& node) {
  std::set<std::string_view> told;
  for (const std::string_view fact : node.applicability.undecided) {
    if (!told.insert(fact).second) continue;
    Finding finding = About(node, Kind::kFactUndecided);
    finding.args = {Id(node.rule.criterion->id), Id(fact)};
    finding.hint = {
        "state it in facts.yaml: \"{id: {0}, value: ...}\"; until then the rule is "
        "taken to apply",
        {Id(fact)}};
    sink_.Report(std::move(finding));
  }
}

void Reporter::ReportBroken(const Node& node, Mode mode) {
  if (node.broken.empty()) return;
  Finding finding = About(node, Kind::kVerdictUnknown);
  finding.args = {Id(node.rule.criterion->id), Id(node.broken)};
  finding.hint = {"mend the rule pack {0}", {Id(node.rule.pack->id)}};
  finding.level = LevelOf(Verdict::kUnknown, node.rule.criterion->weight, mode);
  sink_.Report(std::move(finding));
}

void Reporter::ReportOneAdverse(const Node& node, const AdverseResult& item, Mode mode) {
  Finding finding = About(node, Kind::kAdverseUnanswered);
  if (item.item->cite.span.known()) finding.place = item.item->cite.span;
  if (!item.exhibit.empty()) finding.exhibits = {item.exhibit};
  finding.need = item.limb;
  const std::string what = item.exhibit.empty() ? item.item->cite.text : item.exhibit;
  const std::string place = item.pinpoint.empty() ? what : what + ", " + item.pinpoint + ",";
  const std::string_view id = node.rule.criterion->id;
  if (item.defeater) {
    finding.kind = Kind::kPresumptionRebutted;
    finding.args = {Id(id), Id("exhibit " + place)};
  } else {
    finding.args = {Id(place),
                    Id(item.limb.empty() ? std::string(id)
                                         : std::string(id) + " (" + std::string(item.limb) + ")")};
    finding.level = LevelOf(Verdict::kContradicted, node.rule.criterion->weight, mode);
  }
  finding.hint = {"add \"answered_by: [...]\" with the exhibits that answer it"};
  sink_.Report(std::move(finding));
}

void Reporter::ReportAdverse(const Node& node, Mode mode) {
  // With cumulative limbs one answered limb is enough, and then no item of the others speaks.
  const bool excluded = node.rule.criterion->op == Operator::kNone &&
                        node.branches.Value() != Verdict::kContradicted &&
                        node.rule.criterion->cumulative;
  for (const AdverseResult& item : node.adverse) {
    const bool of_limb = !item.limb.empty() && !item.defeater;
    if (of_limb && excluded) continue;
    if (!item.readable) {
      Finding finding = About(node, Kind::kVerdictUnknown);
      if (node.verdict.Value() != Verdict::kUnknown) continue;
      finding.exhibits = {item.exhibit};
      finding.place = item.item->cite.span;
      finding.args = {Id(node.rule.criterion->id), Id("exhibit " + item.exhibit)};
      finding.hint = {"mend what is reported of the file, then check again"};
      finding.level = LevelOf(Verdict::kUnknown, node.rule.criterion->weight, mode);
      sink_.Report(std::move(finding));
      continue;
    }
    if (item.answer.Value() == Verdict::kContradicted) {
      ReportOneAdverse(node, item, mode);
    } else if (item.answer.Value() == Verdict::kUnknown &&
               node.verdict.Value() == Verdict::kUnknown) {
      Finding finding = About(node, Kind::kVerdictUnknown);
      finding.exhibits = {item.exhibit};
      finding.place = item.item->cite.span;
      finding.args = {Id(node.rule.criterion->id), Id("the answer to exhibit " + item.exhibit)};
      finding.hint = {"mend what is reported of the answering file, then check again"};
      finding.level = LevelOf(Verdict::kUnknown, node.rule.criterion->weight, mode);
      sink_.Report(std::move(finding));
    }
  }
}

/// The exhibits below a node that could not be read, in words.
std::string Reporter::UnreadBelow(const Node& node) const {
  std::set<std::string> unread;
  std::vector<std::size_t> stack(node.children.begin(), node.children.end());
  std::set<std::size_t> seen;
  while (!stack.empty()) {
    const std::size_t at = stack.back();
    stack.pop_back();
    if (!seen.insert(at).second) continue;
    const Node& child = tree_.nodes[at];
    for (const NeedResult& need : child.needs)
      unread.insert(need.unread.begin(), need.unread.end());
    for (const AdverseResult& item : child.adverse) {
      if (!item.readable) unread.insert(item.exhibit);
    }
    stack.insert(stack.end(), child.children.begin(), child.children.end());
  }
  std::string words;
  for (const std::string& id : unread) words += (words.empty() ? "exhibit " : ", exhibit ") + id;
  return words.empty() ? "one of its branches" : words;
}

void Reporter::ReportChoice(const Node& node, Mode mode) {
  const Verdict verdict = node.branches.Value();
  if (!node.broken.empty() || verdict == Verdict::kNotApplicable || IsSatisfied(verdict)) return;
  // Carried by a presumption: the branches are only what could be added.
  if (IsSatisfied(node.verdict.Value())) return;
  Finding finding = About(node, Kind::kNoBranchCovered);
  const model::Criterion& criterion = *node.rule.criterion;
  if (verdict == Verdict::kUnknown) {
    finding.kind = Kind::kVerdictUnknown;
    finding.args = {Id(criterion.id), Id(UnreadBelow(node))};
    finding.hint = {"mend what is reported of the files, then check again"};
  } else if (criterion.op == Operator::kAtLeast) {
    const auto covered = std::count_if(
        node.children.begin(), node.children.end(),
        [&](std::size_t child) { return IsSatisfied(tree_.nodes[child].verdict.Value()); });
    finding.kind = Kind::kTooFewBranches;
    finding.args = {Id(criterion.id), Number(criterion.at_least), Number(covered)};
    finding.hint = {"file evidence for the branches that are nearest to being covered"};
  } else {
    const std::string best = node.reached ? tree_.nodes[*node.reached].rule.criterion->id : "none";
    finding.args = {Id(criterion.id), Id(best), Id(ToString(verdict))};
    finding.hint = {
        "file what is missing for {0}, or plead another branch; "
        "\"dossier explain {0}\" shows what it asks for",
        {Id(best)}};
  }
  finding.level = LevelOf(verdict, criterion.weight, mode);
  RelateBranches(node, finding);
  sink_.Report(std::move(finding));
}

/// The branches with their verdicts and what the needs of each still want; at most ten.
void Reporter::RelateBranches(const Node& node, Finding& finding) const {
  for (const std::size_t child : node.children) {
    if (finding.related.size() == 10) break;
    const Node& branch = tree_.nodes[child];
    std::string wanted;
    for (const NeedResult& need : branch.needs) {
      if (need.need->weight != model::Weight::kCore || need.coverage.missing.empty()) continue;
      wanted += (wanted.empty() ? "; " : ", ") + need.need->id + " still wants " +
                WordsOf(need.coverage.missing);
    }
    finding.related.push_back(
        {{"{0}: {1}{2}",
          {Id(branch.rule.criterion->id), Id(ToString(branch.verdict.Value())), Id(wanted)}},
         branch.rule.criterion->span});
  }
}

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

}  // namespace

void ReportTree(const Tree& tree, diagnostics::Sink& sink) { Reporter(tree, sink).Report(); }

void ReportUnverified(const Tree& tree, diagnostics::Sink& sink) {
  struct Old {
    const Node* first = nullptr;
    int rules = 0;
  };
  std::map<std::pair<std::string, std::string>, Old> old;  // pack and version read
  std::set<std::string_view> told;
  for (const Node& node : tree.nodes) {
    const model::Authority* authority = node.rule.authority;
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
    Finding finding = About(node, Kind::kRuleNotVerified);
    finding.place = node.plea;
    finding.subject.clear();
    finding.args = {Id(node.rule.criterion->id),
                    Id(model::NameOf(model::VerificationNames(), authority->verified))};
    finding.hint = {"compare the rule with the text in force: {0}", {Id(authority->url)}};
    finding.related.push_back({{"the rule stands here"}, node.rule.criterion->span});
    sink.Report(std::move(finding));
  }
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

void ReportUnasked(const Tree& tree, const model::Case& source, const RuleIndex& rules,
                   diagnostics::Sink& sink) {
  std::set<std::pair<std::string_view, std::string_view>> asked;
  std::set<std::string_view> criteria;
  bool cut_short = false;
  for (const Node& node : tree.nodes) {
    asked.emplace(node.rule.criterion->id, node.subject);
    criteria.insert(node.rule.criterion->id);
    if (!node.applicability.applies || !node.broken.empty()) cut_short = true;
  }
  for (const model::Ground& ground : source.grounds) {
    const std::string_view id = ground.criterion.value;
    if (rules.Find(id) == nullptr) continue;  // D0207
    Finding finding;
    finding.kind = Kind::kGroundNotAsked;
    finding.criterion = id;
    if (criteria.count(id) == 0) {
      // Below a rule that does not apply nothing is asked, and the rule says so itself.
      if (cut_short) continue;
      finding.place = ground.criterion.span;
      finding.args = {Id(id), Id("nothing that the case pleads asks about it")};
      finding.hint = {"add it to \"pleads\" in dossier.yaml, or move the ground"};
      sink.Report(std::move(finding));
      continue;
    }
    for (const model::Text& person : ground.for_persons) {
      if (asked.count({id, person.value}) > 0) continue;
      Finding about = finding;
      about.place = person.span;
      about.subject = person.value;
      about.args = {Id(id), Id("it is not asked of " + person.value)};
      about.hint = {"plead it for this person: \"{criterion: {0}, for: [{1}]}\"",
                    {Id(id), Id(person.value)}};
      sink.Report(std::move(about));
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
