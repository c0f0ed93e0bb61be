// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/bind.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compiler/evaluate/bind_report.h"
#include "compiler/evaluate/exceptions.h"
#include "compiler/evaluate/rule_graph.h"
#include "compiler/evaluate/rule_index.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::Criterion;
using model::Operator;

/// Ids that exist, in the order in which they are listed in hints.
struct Known {
  std::vector<std::string_view> list;
  std::unordered_set<std::string_view> set;

  void Add(std::string_view id) {
    if (set.insert(id).second) list.push_back(id);
  }
  [[nodiscard]] bool Has(std::string_view id) const { return set.count(id) > 0; }
};

/// What may be filed under a criterion.
struct Parts {
  Known needs, limbs, defeaters;
};

class Binder {
 public:
  Binder(const model::Case& source, const std::vector<model::RulePack>& packs,
         diagnostics::Sink& sink);

  void CheckRules();
  void CheckGraph();
  void CheckCase();

 private:
  void CheckContent(const Rule& rule);
  void CheckReferences(const Criterion& criterion);
  void CheckLaw(const model::LawSide& law);
  void CheckExceptions(const Criterion& criterion);
  void CheckGround(const model::Ground& ground);
  void CheckAuthor();
  void HasCriterion(std::string_view id, Span place, std::string_view where) {
    if (rules_.Find(id) == nullptr) unknown_.Criterion(id, place, where);
  }
  const Parts& PartsOf(const Criterion& criterion);

  const model::Case& source_;
  RuleIndex rules_;
  diagnostics::Sink& sink_;
  UnknownIds unknown_;
  Known choices_;
  std::unordered_map<std::string_view, Known> options_;  // by choice
  std::unordered_map<const Criterion*, Parts> parts_;
};

Binder::Binder(const model::Case& source, const std::vector<model::RulePack>& packs,
               diagnostics::Sink& sink)
    : source_(source), rules_(packs), sink_(sink), unknown_(rules_, sink) {
  for (const model::RulePack& pack : packs) {
    for (const model::Choice& choice : pack.choices) {
      choices_.Add(choice.id);
      for (const model::ChoiceOption& option : choice.options) options_[choice.id].Add(option.id);
    }
  }
}

void Binder::CheckReferences(const Criterion& criterion) {
  if (criterion.op == Operator::kRef) HasCriterion(criterion.ref, criterion.span, "the rule");
  for (const Criterion& child : criterion.children) {
    if (child.id.empty()) CheckReferences(child);
  }
  for (const Spanned<std::string>& id : criterion.disables) {
    HasCriterion(id.value, id.span, "\"disables\"");
  }
  for (const model::Transitional& entry : criterion.transitional) {
    HasCriterion(entry.use, entry.span, "\"transitional\"");
  }
  if (criterion.law) CheckLaw(*criterion.law);
  if (!criterion.exceptions.empty()) CheckExceptions(criterion);
}

void Binder::CheckLaw(const model::LawSide& law) {
  if (!choices_.Has(law.choice)) {
    unknown_.Reference("choice of law", law.choice, law.span, choices_.list);
  } else if (const Known& options = options_[law.choice]; !options.Has(law.option)) {
    unknown_.Reference("option of " + law.choice, law.option, law.span, options.list);
  }
}

void Binder::CheckExceptions(const Criterion& criterion) {
  Known known;
  known.Add(criterion.id);
  for (const model::Exception& exception : criterion.exceptions) known.Add(exception.id);
  for (const model::Exception& exception : criterion.exceptions) {
    for (const Spanned<std::string>& id : exception.overrides) {
      if (!known.Has(id.value)) unknown_.Reference("exception", id.value, id.span, known.list);
    }
    if (!exception.use.empty()) HasCriterion(exception.use, exception.span, "the exception");
  }
  CheckOverrides(criterion, sink_);
}

bool IsEmpty(const Criterion& criterion) {
  switch (criterion.op) {
    case Operator::kNeeds:
      return criterion.needs.empty() &&
             (!criterion.presumption || criterion.presumption->basis.empty());
    case Operator::kNone:
      return criterion.limbs.empty();
    case Operator::kDisables:
      return criterion.disables.empty();
    case Operator::kRef:
      return false;
    default:
      return criterion.children.empty();
  }
}

void Binder::CheckContent(const Rule& rule) {
  const Criterion& criterion = *rule.criterion;
  const auto report = [&](Kind kind, std::string_view hint) {
    Finding finding;
    finding.kind = kind;
    finding.place = criterion.span;
    finding.criterion = criterion.id;
    finding.args = {Id(criterion.id)};
    finding.hint = hint;
    sink_.Report(std::move(finding));
  };
  if (IsEmpty(criterion)) {
    report(Kind::kRuleEmpty, "give it \"needs\", or branches under \"all\" or \"any\"");
  }
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
    CheckReferences(*rule.criterion);
  }
}

void Binder::CheckGraph() {
  const RuleGraph graph(rules_);
  graph.CheckCircles(sink_);
  graph.CheckTimes(sink_);
}

const Parts& Binder::PartsOf(const Criterion& criterion) {
  const auto [entry, is_new] = parts_.try_emplace(&criterion);
  Parts& parts = entry->second;
  if (!is_new) return parts;
  for (const model::Need& need : criterion.needs) parts.needs.Add(need.id);
  for (const model::Limb& limb : criterion.limbs) parts.limbs.Add(limb.id);
  if (!criterion.presumption) return parts;
  for (const model::Need& need : criterion.presumption->basis) parts.needs.Add(need.id);
  for (const model::Limb& limb : criterion.presumption->defeaters) parts.defeaters.Add(limb.id);
  return parts;
}

void Binder::CheckGround(const model::Ground& ground) {
  for (const auto& need : ground.needs) {
    for (const model::Item& item : need.second) {
      if (!item.novelty) continue;
      for (const model::Text& id : item.novelty->raises) {
        HasCriterion(id.value, id.span, "\"raises\"");
      }
    }
  }
  const Rule* rule = rules_.Find(ground.criterion.value);
  if (rule == nullptr) {
    unknown_.Criterion(ground.criterion.value, ground.criterion.span, "grounds.yaml");
    return;
  }
  const Criterion& criterion = *rule->criterion;
  const Parts& parts = PartsOf(criterion);
  const auto check = [&](const auto& filed, std::string_view key, const Known& known) {
    for (const auto& one : filed) {
      if (!known.Has(one.first.value)) unknown_.Part(criterion, one.first, key, known.list);
    }
  };
  check(ground.needs, "needs", parts.needs);
  check(ground.limbs, "limbs", parts.limbs);
  check(ground.defeaters, "defeaters", parts.defeaters);
}

void Binder::CheckAuthor() {
  const model::Author& author = source_.author;
  for (const model::LawChoice& decision : author.choices) {
    if (!choices_.Has(decision.choice.value)) {
      unknown_.Reference("choice of law", decision.choice.value, decision.choice.span,
                         choices_.list);
    } else if (const Known& options = options_[decision.choice.value];
               !options.Has(decision.option.value)) {
      unknown_.Reference("option of " + decision.choice.value, decision.option.value,
                         decision.option.span, options.list);
    }
  }
  for (const model::Judgement& judgement : author.judgements) {
    const Rule* rule = rules_.Find(judgement.criterion.value);
    if (rule == nullptr) {
      unknown_.Criterion(judgement.criterion.value, judgement.criterion.span, "author.yaml");
      continue;
    }
    Known gates;
    for (const model::JudgementGate& gate : rule->criterion->judgements) gates.Add(gate.id);
    if (!gates.Has(judgement.gate.value)) {
      unknown_.Reference("judgement of " + rule->criterion->id, judgement.gate.value,
                         judgement.gate.span, gates.list);
    }
  }
  Known marks;
  for (const model::MaterialMark& mark : author.material) marks.Add(mark.id.value);
  for (const model::Explanation& explanation : author.explanations) {
    if (marks.Has(explanation.of.value)) continue;
    unknown_.Reference("contradiction under \"material\"", explanation.of.value,
                       explanation.of.span, marks.list);
  }
}

void Binder::CheckCase() {
  for (const model::Plea& plea : source_.header.pleads) {
    HasCriterion(plea.criterion.value, plea.criterion.span, "\"pleads\"");
  }
  for (const model::Ground& ground : source_.grounds) CheckGround(ground);
  CheckAuthor();
}

}  // namespace

void BindRules(const model::Case& source, const std::vector<model::RulePack>& packs,
               diagnostics::Sink& sink) {
  Binder binder(source, packs, sink);
  binder.CheckRules();
  binder.CheckGraph();
  binder.CheckCase();
}

}  // namespace dossier::evaluate
