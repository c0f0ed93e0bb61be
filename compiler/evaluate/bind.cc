// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/bind.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "compiler/evaluate/rule_index.h"
#include "compiler/foundation/suggest.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::Criterion;
using model::Operator;

/// Suggestions cost a pass over all ids; after this many unknown ones they are left out.
constexpr int kMaxSuggestions = 100;

class Binder {
 public:
  Binder(const model::Case& source, const std::vector<model::RulePack>& packs,
         diagnostics::Sink& sink)
      : source_(source), rules_(packs), sink_(sink) {}

  void CheckRules();
  void CheckCircles();
  void CheckCase();

 private:
  void CheckRefs(const Criterion& criterion);
  void CheckContent(const Rule& rule);
  void CheckGround(const model::Ground& ground);
  void UnknownCriterion(std::string_view id, Span place, std::string_view where);
  void UnknownPart(const Criterion& criterion, const model::Text& id, std::string_view key,
                   const std::vector<std::string_view>& known);
  [[nodiscard]] std::vector<std::string_view> AllIds() const;
  [[nodiscard]] std::vector<const Criterion*> Targets(const Criterion& criterion) const;

  const model::Case& source_;
  RuleIndex rules_;
  diagnostics::Sink& sink_;
  int suggestions_ = 0;
};

std::vector<std::string_view> Binder::AllIds() const {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules_.rules()) ids.emplace_back(rule.criterion->id);
  return ids;
}

void Binder::UnknownCriterion(std::string_view id, Span place, std::string_view where) {
  Finding finding;
  finding.kind = Kind::kUnknownCriterion;
  finding.place = place;
  finding.args = {Id(id)};
  const auto meant = ++suggestions_ > kMaxSuggestions ? std::nullopt : Closest(id, AllIds());
  if (meant) {
    finding.hint = {"write \"{0}\"", {Id(*meant)}};
  } else {
    finding.hint = {"add the pack that has it to \"rules\" in dossier.yaml, or remove it from {0}",
                    {Id(where)}};
  }
  sink_.Report(std::move(finding));
}

void Binder::CheckRefs(const Criterion& criterion) {
  if (criterion.op == Operator::kRef && rules_.Find(criterion.ref) == nullptr) {
    UnknownCriterion(criterion.ref, criterion.span, "the rule");
  }
}

void Binder::CheckContent(const Rule& rule) {
  const Criterion& criterion = *rule.criterion;
  const bool empty = (criterion.op == Operator::kNeeds && criterion.needs.empty()) ||
                     (criterion.op == Operator::kNone && criterion.limbs.empty()) ||
                     (criterion.op != Operator::kNeeds && criterion.op != Operator::kNone &&
                      criterion.op != Operator::kRef && criterion.children.empty());
  const auto report = [&](Kind kind, std::string_view hint) {
    Finding finding;
    finding.kind = kind;
    finding.place = criterion.span;
    finding.criterion = criterion.id;
    finding.args = {Id(criterion.id)};
    finding.hint = hint;
    sink_.Report(std::move(finding));
  };
  if (empty) report(Kind::kRuleEmpty, "give it \"needs\", or branches under \"all\" or \"any\"");
  if (rule.authority == nullptr) {
    report(Kind::kRuleWithoutAuthority,
           "give it \"authority\" with instrument, pinpoint, url, language, version and verified");
  }
}

void Binder::CheckRules() {
  std::unordered_map<std::string_view, const Rule*> first;
  for (const Rule& rule : rules_.rules()) {
    const auto [known, is_new] = first.emplace(rule.criterion->id, &rule);
    if (!is_new) {
      Finding finding;
      finding.kind = Kind::kDuplicateId;
      finding.place = rule.criterion->span;
      finding.args = {Id(rule.criterion->id)};
      finding.related.push_back({{"it stands here as well"}, known->second->criterion->span});
      finding.hint = {"give one of the two rules another id"};
      sink_.Report(std::move(finding));
    }
    CheckContent(rule);
    CheckRefs(*rule.criterion);
    for (const Criterion& child : rule.criterion->children) {
      if (child.id.empty()) CheckRefs(child);
    }
  }
}

/// The rules that `criterion` hands on to: inline branches and targets of references.
std::vector<const Criterion*> Binder::Targets(const Criterion& criterion) const {
  std::vector<const Criterion*> targets;
  const auto add = [&](const Criterion& from) {
    if (from.op != Operator::kRef) return;
    if (const Rule* target = rules_.Find(from.ref)) targets.push_back(target->criterion);
  };
  add(criterion);
  for (const Criterion& child : criterion.children) {
    if (child.op == Operator::kRef && child.id.empty()) {
      add(child);
    } else {
      targets.push_back(&child);
    }
  }
  return targets;
}

/// A depth-first walk with a stack of its own: a chain of references may be as long as a pack.
void Binder::CheckCircles() {
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
        sink_.Report(std::move(finding));
      }
    }
  }
}

void Binder::UnknownPart(const Criterion& criterion, const model::Text& id, std::string_view key,
                         const std::vector<std::string_view>& known) {
  if (std::find(known.begin(), known.end(), id.value) != known.end()) return;
  Finding finding;
  finding.kind = Kind::kUnknownNeed;
  finding.place = id.span;
  finding.criterion = criterion.id;
  finding.args = {Id(criterion.id), Id(id.value)};
  if (const auto meant = Closest(id.value, known)) {
    finding.hint = {"write \"{0}\"", {Id(*meant)}};
  } else if (known.empty()) {
    finding.hint = {"the criterion has no \"{0}\"; file the items for the branch they are about",
                    {Id(key)}};
  } else {
    std::string words;
    for (const std::string_view one : known)
      words += (words.empty() ? "" : ", ") + std::string(one);
    finding.hint = {"its \"{0}\" are: {1}", {Id(key), Id(words)}};
  }
  finding.related.push_back({{"the rule stands here"}, criterion.span});
  sink_.Report(std::move(finding));
}

void Binder::CheckGround(const model::Ground& ground) {
  const Rule* rule = rules_.Find(ground.criterion.value);
  if (rule == nullptr) {
    UnknownCriterion(ground.criterion.value, ground.criterion.span, "grounds.yaml");
    return;
  }
  const Criterion& criterion = *rule->criterion;
  std::vector<std::string_view> needs;
  std::vector<std::string_view> limbs;
  std::vector<std::string_view> defeaters;
  for (const model::Need& need : criterion.needs) needs.emplace_back(need.id);
  for (const model::Limb& limb : criterion.limbs) limbs.emplace_back(limb.id);
  if (criterion.presumption) {
    for (const model::Need& need : criterion.presumption->basis) needs.emplace_back(need.id);
    for (const model::Limb& limb : criterion.presumption->defeaters) {
      defeaters.emplace_back(limb.id);
    }
  }
  for (const auto& need : ground.needs) UnknownPart(criterion, need.first, "needs", needs);
  for (const auto& limb : ground.limbs) UnknownPart(criterion, limb.first, "limbs", limbs);
  for (const auto& limb : ground.defeaters) {
    UnknownPart(criterion, limb.first, "defeaters", defeaters);
  }
}

void Binder::CheckCase() {
  for (const model::Plea& plea : source_.header.pleads) {
    if (rules_.Find(plea.criterion.value) == nullptr) {
      UnknownCriterion(plea.criterion.value, plea.criterion.span, "\"pleads\"");
    }
  }
  for (const model::Ground& ground : source_.grounds) CheckGround(ground);
}

}  // namespace

void BindRules(const model::Case& source, const std::vector<model::RulePack>& packs,
               diagnostics::Sink& sink) {
  Binder binder(source, packs, sink);
  binder.CheckRules();
  binder.CheckCircles();
  binder.CheckCase();
}

}  // namespace dossier::evaluate
