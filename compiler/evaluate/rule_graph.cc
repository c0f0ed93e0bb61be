// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/rule_graph.h"

#include <string>
#include <unordered_set>
#include <utility>

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::Criterion;
using model::Operator;

std::string TimeWords(const std::optional<Date>& from, const std::optional<Date>& to) {
  if (!from && !to) return "always";
  std::string words = from ? "from " + from->ToString() : "";
  if (to) words += (words.empty() ? "before " : " and before ") + to->ToString();
  return words;
}

}  // namespace

RuleGraph::RuleGraph(const RuleIndex& rules) : rules_(rules) {
  // Parents come before their branches, so what has a time already is a branch.
  for (const Rule& rule : rules.rules()) {
    if (times_.count(rule.criterion) == 0) SetTimes(*rule.criterion, {});
  }
}

void RuleGraph::SetTimes(const Criterion& criterion, const Time& around) {
  Time time = around;
  if (criterion.from || criterion.to) time = {criterion.from, criterion.to, criterion.reads};
  if (time.reads.empty()) time.reads = "filing";
  times_.emplace(&criterion, time);
  for (const Criterion& child : criterion.children) SetTimes(child, time);
}

/// A rule that switches off rules depends on those that switch it off itself.
void RuleGraph::AddSwitches(const Criterion& criterion,
                            std::vector<const Criterion*>& targets) const {
  for (const Spanned<std::string>& id : criterion.disables) {
    const Rule* target = rules_.Find(id.value);
    if (target != nullptr && target->criterion->op == Operator::kDisables) {
      targets.push_back(target->criterion);
    }
  }
}

std::vector<const Criterion*> RuleGraph::Targets(const Criterion& criterion) const {
  std::vector<const Criterion*> targets;
  const auto add = [&](const std::string& id) {
    if (id.empty()) return;
    if (const Rule* target = rules_.Find(id)) targets.push_back(target->criterion);
  };
  if (criterion.op == Operator::kRef) add(criterion.ref);
  for (const Criterion& child : criterion.children) {
    if (child.op == Operator::kRef && child.id.empty()) {
      add(child.ref);
    } else {
      targets.push_back(&child);
    }
  }
  for (const model::Exception& exception : criterion.exceptions) {
    // Its own id puts the criterion back in its place.
    if (exception.use != criterion.id) add(exception.use);
  }
  for (const model::Transitional& entry : criterion.transitional) add(entry.use);
  AddSwitches(criterion, targets);
  return targets;
}

/// A depth-first walk with a stack of its own: a chain of references may be as long as a pack.
void RuleGraph::CheckCircles(diagnostics::Sink& sink) const {
  struct Step {
    const Criterion* criterion;
    std::vector<const Criterion*> targets;
    std::size_t next = 0;
  };
  enum class State { kNew, kOpen, kDone };
  std::unordered_map<const Criterion*, State> states;
  for (const Rule& rule : rules_.rules()) {
    if (states[rule.criterion] != State::kNew) continue;
    std::vector<Step> path;
    const auto enter = [&](const Criterion* criterion) {
      states[criterion] = State::kOpen;
      path.push_back({criterion, Targets(*criterion), 0});
    };
    enter(rule.criterion);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == step.targets.size()) {
        states[step.criterion] = State::kDone;
        path.pop_back();
        continue;
      }
      const Criterion* target = step.targets[step.next++];
      if (states[target] == State::kNew) {
        enter(target);
      } else if (states[target] == State::kOpen) {
        Finding finding;
        finding.kind = Kind::kRuleCycle;
        finding.place = step.criterion->span;
        finding.criterion = target->id;
        finding.args = {Id(target->id), Id(step.criterion->id)};
        finding.related.push_back({{"{0} stands here", {Id(target->id)}}, target->span});
        finding.hint = {"remove the reference to {0} from {1}",
                        {Id(target->id), Id(step.criterion->id)}};
        sink.Report(std::move(finding));
      }
    }
  }
}

void RuleGraph::CheckTimes(diagnostics::Sink& sink) const {
  for (const Rule& rule : rules_.rules()) {
    const Criterion& criterion = *rule.criterion;
    const Time& own = times_.at(&criterion);
    std::unordered_set<const Criterion*> told;
    for (const Criterion* target : Targets(criterion)) {
      const Time& of_target = times_.at(target);
      if (own.reads != of_target.reads || criterion.op == Operator::kDisables) continue;
      const bool begins_late =
          of_target.from && (!own.from || own.from->First() < of_target.from->First());
      const bool ends_early =
          of_target.to && (!own.to || own.to->First() > of_target.to->First());
      if ((!begins_late && !ends_early) || !told.insert(target).second) continue;
      Finding finding;
      finding.kind = Kind::kReferenceOutOfTime;
      finding.place = criterion.span;
      finding.criterion = criterion.id;
      finding.need = target->id;
      finding.args = {Id(criterion.id), Id(target->id),
                      Id("it is in force " + TimeWords(own.from, own.to) + ", " + target->id +
                         " " + TimeWords(of_target.from, of_target.to) + ", both by the date \"" +
                         std::string(own.reads) + "\"")};
      finding.related.push_back({{"{0} stands here", {Id(target->id)}}, target->span});
      finding.hint = {
          "give {0} the time of {1} and write another version of it for the rest, or refer to a "
          "rule that covers the whole time",
          {Id(criterion.id), Id(target->id)}};
      sink.Report(std::move(finding));
    }
  }
}

}  // namespace dossier::evaluate
