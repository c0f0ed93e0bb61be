// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "compiler/rulebook/contradiction.h"
#include "compiler/rulebook/lint_parts.h"

namespace dossier::rulebook {
namespace {

using diagnostics::Id;
using model::Criterion;

std::string_view Reads(const Criterion& criterion) {
  return criterion.reads.empty() ? std::string_view("filing") : criterion.reads;
}

bool HasRange(const Criterion& criterion) { return criterion.from || criterion.to; }

/// "from 2014-12-09 to 2026-06-12"; the last day is not in it.
std::string RangeOf(const std::optional<Date>& from, const std::optional<Date>& to) {
  std::string words;
  if (from) words = "from " + from->ToString();
  if (to) words += (words.empty() ? "before " : " and before ") + to->ToString();
  return words;
}

bool Apart(const std::optional<Date>& from, const std::optional<Date>& to,
           const std::optional<Date>& other_from, const std::optional<Date>& other_to) {
  return (from && other_to && from->First() >= other_to->First()) ||
         (other_from && to && other_from->First() >= to->First());
}

/// What holds around a branch.
struct Around {
  const Criterion* dated = nullptr;  // nearest with a range
  Together conditions;
};

class Reach {
 public:
  explicit Reach(diagnostics::Sink& sink) : sink_(sink) {}

  void Look(const std::vector<Criterion>& criteria, const Around& around) {
    for (const Criterion& criterion : criteria) Look(criterion, around);
  }
  void Look(const model::ExhibitRule& rule);
  void Look(const model::Deadline& deadline);
  /// The conditions of a rule without parts.
  void LookAt(const std::string& rule, const model::Condition& when, Together around) {
    around.push_back(&when);
    const std::string why = Contradiction(around);
    if (!why.empty()) Report(rule, why, when.span, {});
  }

  void Report(const std::string& what, const std::string& why, Span place,
              std::optional<Span> other) {
    diagnostics::Finding finding{.kind = diagnostics::Kind::kArmUnreachable,
                                 .args = {Id(what), Id(why)},
                                 .place = place};
    if (other && other->known()) finding.related.push_back({"because of this", *other});
    sink_.Report(std::move(finding));
  }

 private:
  void Look(const Criterion& criterion, const Around& around);
  void LookAtTime(const Criterion& criterion, const Around& around);
  void LookAtBranches(const Criterion& criterion);
  void LookAtTransitions(const Criterion& criterion);

  diagnostics::Sink& sink_;
};

void Reach::LookAtTime(const Criterion& criterion, const Around& around) {
  if (!HasRange(criterion) || around.dated == nullptr) return;
  const Criterion& parent = *around.dated;
  if (Reads(criterion) != Reads(parent)) return;
  if (!Apart(criterion.from, criterion.to, parent.from, parent.to)) return;
  Report(criterion.id,
         "it is in force " + RangeOf(criterion.from, criterion.to) + ", and " + parent.id + " " +
             RangeOf(parent.from, parent.to),
         criterion.span, parent.span);
}

void Reach::LookAtBranches(const Criterion& criterion) {
  const auto& children = criterion.children;
  std::unordered_map<std::string_view, const Criterion*> before;
  for (const Criterion& child : children) {
    const std::string& name = child.id.empty() ? child.ref : child.id;
    const auto [first, is_new] = before.emplace(name, &child);
    if (is_new) continue;
    Report("the second branch " + name + " of " + criterion.id,
           "the same branch stands before it", child.span, first->second->span);
  }
  const auto there = static_cast<int>(children.size());
  if (criterion.op == model::Operator::kAtLeast && criterion.at_least > there) {
    Report(criterion.id,
           "it wants " + std::to_string(criterion.at_least) + " of " + std::to_string(there) +
               (there == 1 ? " branch" : " branches"),
           criterion.span, {});
  }
}

bool IsCovered(const model::DateRange& inner, const model::DateRange& outer) {
  const auto not_later = [](const model::DateBound& a, const model::DateBound& b) {
    return a.date && b.date && a.date->First() <= b.date->First();
  };
  const bool from = outer.from.empty() || not_later(outer.from, inner.from);
  const bool before = outer.before.empty() || not_later(inner.before, outer.before);
  return from && before;
}

void Reach::LookAtTransitions(const Criterion& criterion) {
  const auto& entries = criterion.transitional;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string what = "the transitional entry for " + entries[i].use;
    const auto earlier = std::find_if(
        entries.begin(), entries.begin() + static_cast<long>(i), [&](const auto& entry) {
          return (entry.range.empty() || entry.reads == entries[i].reads) &&
                 IsCovered(entries[i].range, entry.range);
        });
    if (earlier != entries.begin() + static_cast<long>(i)) {
      Report(what, "an entry before it covers its whole range", entries[i].span, earlier->span);
      continue;
    }
    const model::DateRange& range = entries[i].range;
    const bool same_date = entries[i].reads == Reads(criterion);
    if (same_date && Apart(range.from.date, range.before.date, criterion.from, criterion.to)) {
      Report(what,
             criterion.id + " itself is in force " + RangeOf(criterion.from, criterion.to),
             entries[i].span, criterion.span);
    }
  }
}

void Reach::Look(const Criterion& criterion, const Around& around) {
  LookAtTime(criterion, around);
  LookAtBranches(criterion);
  LookAtTransitions(criterion);
  Around within = around;
  if (HasRange(criterion)) within.dated = &criterion;
  if (criterion.when) {
    LookAt(criterion.id, *criterion.when, around.conditions);
    within.conditions.push_back(&*criterion.when);
  }
  if (criterion.answer_when) LookAt(criterion.id, *criterion.answer_when, within.conditions);
  if (criterion.disables_when) LookAt(criterion.id, *criterion.disables_when, within.conditions);
  for (const model::Exception& exception : criterion.exceptions) {
    LookAt("exception " + exception.id, exception.when, within.conditions);
  }
  Look(criterion.children, within);
}

void Reach::Look(const model::ExhibitRule& rule) {
  if (rule.when) LookAt(rule.id, *rule.when, {});
  const auto& kinds = rule.where.kinds;
  const auto& wanted = rule.must.kinds;
  const bool apart = std::none_of(kinds.begin(), kinds.end(), [&](model::ExhibitKind kind) {
    return std::find(wanted.begin(), wanted.end(), kind) != wanted.end();
  });
  if (kinds.empty() || wanted.empty() || !apart) return;
  Report("an exhibit that meets " + rule.id, "no kind stands in `where` and in `must`", rule.span,
         {});
}

void Reach::Look(const model::Deadline& deadline) {
  Together around;
  if (deadline.when) {
    LookAt(deadline.id, *deadline.when, {});
    around.push_back(&*deadline.when);
  }
  for (const auto& [when, period] : deadline.alternates) {
    LookAt("an alternate period of " + deadline.id, when, around);
  }
}

/// A criterion whose needs only support something can never be more than not-applicable.
void LookAtNeeds(const std::vector<Criterion>& criteria, Reach& reach) {
  for (const Criterion& criterion : criteria) {
    const auto is_core = [](const model::Need& need) { return need.weight == model::Weight::kCore; };
    const bool direct = std::any_of(criterion.needs.begin(), criterion.needs.end(), is_core);
    const bool presumed = criterion.presumption &&
                          std::any_of(criterion.presumption->basis.begin(),
                                      criterion.presumption->basis.end(), is_core);
    if (criterion.op == model::Operator::kNeeds && !criterion.needs.empty() && !direct && !presumed) {
      reach.Report("a verdict on " + criterion.id, "none of its needs is core", criterion.span, {});
    }
    LookAtNeeds(criterion.children, reach);
  }
}

}  // namespace

void LintReach(const model::RulePack& pack, diagnostics::Sink& sink) {
  Reach reach(sink);
  LookAtNeeds(pack.criteria, reach);
  reach.Look(pack.criteria, {});
  reach.Look(pack.objections, {});
  for (const model::ExhibitRule& rule : pack.exhibit_rules) reach.Look(rule);
  for (const model::Deadline& deadline : pack.deadlines) reach.Look(deadline);
  for (const model::Choice& choice : pack.choices) {
    for (const model::ChoiceOption& option : choice.options) {
      reach.LookAt("option " + option.id + " of " + choice.id, option.when, {});
    }
  }
  for (const model::DocumentRule& rule : pack.document_rules) {
    if (rule.when) reach.LookAt(rule.id, *rule.when, {});
  }
}

}  // namespace dossier::rulebook
