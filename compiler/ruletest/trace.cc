// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/trace.h"

#include <algorithm>
#include <string>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/exhibit_rules.h"
#include "compiler/evaluate/tree.h"

namespace dossier::ruletest {
namespace {

using evaluate::Node;
using evaluate::Verdict;
using model::Operator;

class Tracer {
 public:
  Tracer(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs, Arms& arms)
      : resolved_(resolved),
        packs_(packs),
        rules_(packs),
        of_case_(*resolved.source, no_dates_),
        laws_(packs, *resolved.source, of_case_),
        arms_(arms) {}

  void TraceTree();
  void TraceExhibitRules();
  void TraceDeadline(const deadlines::DeadlineResult& result);

 private:
  void TraceNode(const evaluate::Tree& tree, const Node& node);
  void TraceObjection(const Node& node);
  bool TraceApplicability(const evaluate::Tree& tree, const Node& node);
  void TraceBody(const evaluate::Tree& tree, const Node& node);
  void TraceSwitches(const evaluate::Tree& tree);
  void TraceLaws();
  void Reach(std::string_view rule, std::string_view way) { arms_.Reach(rule, std::string(way)); }

  const resolve::ResolvedCase& resolved_;
  const std::vector<model::RulePack>& packs_;
  evaluate::RuleIndex rules_;
  std::vector<evaluate::DateOverride> no_dates_;
  evaluate::Circumstances of_case_;
  evaluate::LawTable laws_;
  Arms& arms_;
};

void Tracer::TraceTree() {
  const evaluate::Tree tree = evaluate::EvaluateTree(
      {.resolved = resolved_, .rules = rules_, .circumstances = of_case_, .laws = laws_});
  for (const Node& node : tree.nodes) TraceNode(tree, node);
  for (const std::size_t at : tree.objections) TraceObjection(tree.nodes[at]);
  TraceSwitches(tree);
  TraceLaws();
}

void Tracer::TraceObjection(const Node& node) {
  Reach(node.rule.criterion->id, IsSatisfied(node.verdict.Value()) ? way::kMet : way::kNotMet);
}

/// False when nothing of the criterion's own body was looked at.
bool Tracer::TraceApplicability(const evaluate::Tree& tree, const Node& node) {
  const model::Criterion& criterion = *node.rule.criterion;
  const evaluate::Applicability& state = node.applicability;
  const bool away = state.in_force == evaluate::InForce::kNotYet ||
                    state.in_force == evaluate::InForce::kNoLonger;
  if (away) Reach(criterion.id, way::kNotInForce);
  if (state.in_force == evaluate::InForce::kYes && !state.date_missing) {
    Reach(criterion.id, way::kInForce);
  }
  if (away || node.other_law || node.switched.by != nullptr) return false;
  if (node.replaced == evaluate::Replaced::kByTransition) {
    for (const std::size_t child : node.children) {
      arms_.Reach(criterion.id, way::Transition(tree.nodes[child].rule.criterion->id));
    }
    return false;
  }
  Reach(criterion.id, way::kNoTransition);
  if (criterion.when) {
    const evaluate::Truth truth = Holds(*criterion.when, of_case_, node.asked).truth;
    if (truth == evaluate::Truth::kTrue) Reach(criterion.id, way::kHolds);
    if (truth == evaluate::Truth::kFalse) Reach(criterion.id, way::kFails);
    if (truth == evaluate::Truth::kFalse) return false;
  }
  const model::Exception* exception = node.exception.exception;
  if (exception == nullptr) {
    Reach(criterion.id, way::kNoException);
  } else {
    arms_.Reach(criterion.id, way::Exception(exception->id));
  }
  return state.applies && node.replaced == evaluate::Replaced::kNo;
}

void Tracer::TraceBody(const evaluate::Tree& tree, const Node& node) {
  const model::Criterion& criterion = *node.rule.criterion;
  const auto count = [&](const evaluate::NeedResult& need) {
    arms_.Reach(criterion.id,
                way::Need(need.need->id, need.verdict.Value() == Verdict::kCovered));
  };
  std::for_each(node.needs.begin(), node.needs.end(), count);
  std::for_each(node.basis.begin(), node.basis.end(), count);
  for (const evaluate::AdverseResult& item : node.adverse) {
    const bool answered = item.answer.Value() != Verdict::kContradicted;
    if (item.limb.empty()) continue;
    if (!item.defeater) arms_.Reach(criterion.id, way::Limb(item.limb, answered));
    if (item.defeater && !answered) arms_.Reach(criterion.id, way::Defeater(item.limb));
  }
  if (criterion.op == Operator::kNone) {
    Reach(criterion.id, node.exclusion_expected ? way::kExpected : way::kNotExpected);
  }
  if (criterion.op == Operator::kEach && node.children.empty()) {
    Reach(criterion.id, way::kNoEntry);
  }
  const Verdict verdict = node.branches.Value();
  if (IsSatisfied(verdict)) Reach(criterion.id, way::kSatisfied);
  if (IsRanked(verdict) && !IsSatisfied(verdict)) Reach(criterion.id, way::kNotSatisfied);
  for (const std::size_t child : node.children) {
    const Node& branch = tree.nodes[child];
    if (!IsSatisfied(branch.verdict.Value())) continue;
    arms_.Reach(criterion.id, way::Branch(branch.rule.criterion->id));
  }
}

void Tracer::TraceNode(const evaluate::Tree& tree, const Node& node) {
  if (TraceApplicability(tree, node)) TraceBody(tree, node);
}

/// A rule that switches others off has come out one way or the other wherever its targets are
/// asked; one that is pleaded itself says nothing.
void Tracer::TraceSwitches(const evaluate::Tree& tree) {
  for (const evaluate::Rule& rule : rules_.rules()) {
    if (rule.criterion->op != Operator::kDisables) continue;
    for (const Node& node : tree.nodes) {
      const auto& targets = rule.criterion->disables;
      const bool target = std::any_of(targets.begin(), targets.end(), [&](const auto& id) {
        return id.value == node.rule.criterion->id;
      });
      if (!target) continue;
      const bool off = node.switched.by != nullptr && node.switched.by->criterion == rule.criterion;
      Reach(rule.criterion->id, off ? way::kSwitches : way::kSwitchesNot);
    }
  }
}

void Tracer::TraceLaws() {
  for (const evaluate::LawInForce& law : laws_.asked()) {
    if (law.option != nullptr) arms_.Reach(law.choice->id, way::Option(law.option->id));
    if (law.decided_by != evaluate::DecidedBy::kDates) Reach(law.choice->id, way::kOpenLaw);
  }
}

/// A rule is met where an exhibit falls under it and nothing is found. Whether one falls under it is
/// asked of the same rule with a demand that nothing meets.
void Tracer::TraceExhibitRules() {
  for (const model::RulePack& pack : packs_) {
    for (const model::ExhibitRule& rule : pack.exhibit_rules) {
      std::vector<model::RulePack> one(1);
      one.front().id = pack.id;
      one.front().exhibit_rules.push_back(rule);
      const auto found = [&] {
        diagnostics::Sink sink;
        evaluate::ReportExhibitRules(resolved_, one, of_case_, sink);
        return std::count_if(
            sink.findings().begin(), sink.findings().end(), [](const auto& finding) {
              return finding.kind == diagnostics::Kind::kExhibitBelowStandard;
            });
      };
      const auto below = found();
      if (below > 0) Reach(rule.id, way::kNotMet);
      model::ItemFilter never;
      never.languages = {"x-none"};
      one.front().exhibit_rules.front().must = never;
      if (found() > below) Reach(rule.id, way::kMet);
    }
  }
}

void Tracer::TraceDeadline(const deadlines::DeadlineResult& result) {
  const model::Deadline& deadline = *result.deadline;
  if (!result.last_day || !result.undecided_when.empty()) return;
  const evaluate::Asked asked = evaluate::Asked::Person(result.subject);
  if (deadline.for_date.empty()) {
    Reach(deadline.id, way::kCounted);
  } else if (const auto& done = of_case_.DatesOf(asked).Get(deadline.for_date)) {
    if (done->Last() <= *result.last_day) Reach(deadline.id, way::kKept);
    if (done->First() > *result.last_day) Reach(deadline.id, way::kPassed);
  }
  for (std::size_t i = 0; i < deadline.alternates.size(); ++i) {
    const evaluate::Truth truth = Holds(deadline.alternates[i].first, of_case_, asked).truth;
    if (truth == evaluate::Truth::kTrue) return arms_.Reach(deadline.id, way::Alternate(i));
    if (truth == evaluate::Truth::kUndecided) return;
  }
  Reach(deadline.id, way::kUsual);
}

}  // namespace

void Trace(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
           const std::vector<deadlines::DeadlineResult>& deadlines, Arms& arms) {
  Tracer tracer(resolved, packs, arms);
  tracer.TraceTree();
  tracer.TraceExhibitRules();
  for (const deadlines::DeadlineResult& result : deadlines) tracer.TraceDeadline(result);
}

}  // namespace dossier::ruletest
