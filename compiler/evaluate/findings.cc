// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/findings.h"

#include <algorithm>
#include <set>

#include "compiler/evaluate/modes.h"
#include "compiler/evaluate/need_findings.h"
#include "compiler/evaluate/rule_findings.h"
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
  Reporter(const Tree& tree, const model::Case& source, diagnostics::Sink& sink)
      : tree_(tree), modes_(ModesOf(tree)), rules_(source, sink), sink_(sink) {}

  void Report() {
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      const Node& node = tree_.nodes[i];
      if (node.objection) continue;
      rules_.Report(node, modes_[i]);
      if (!node.applicability.applies || modes_[i] == Mode::kSilent) continue;
      ReportBroken(node, modes_[i]);
      ReportNeeds(node, modes_[i], sink_);
      ReportAdverse(node, modes_[i]);
      if (IsChoice(node)) ReportChoice(node, modes_[i]);
    }
  }

 private:
  void ReportBroken(const Node& node, Mode mode);
  void ReportAdverse(const Node& node, Mode mode);
  void ReportOneAdverse(const Node& node, const AdverseResult& item, Mode mode);
  void ReportChoice(const Node& node, Mode mode);
  void RelateBranches(const Node& node, Finding& finding) const;
  [[nodiscard]] std::string UnreadBelow(const Node& node) const;

  const Tree& tree_;
  std::vector<Mode> modes_;
  RuleReport rules_;
  diagnostics::Sink& sink_;
};

void Reporter::ReportBroken(const Node& node, Mode mode) {
  if (node.broken.empty() || node.exception.tied != nullptr) return;  // D0307
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

}  // namespace

void ReportTree(const Tree& tree, const model::Case& source, diagnostics::Sink& sink) {
  Reporter(tree, source, sink).Report();
}

}  // namespace dossier::evaluate
