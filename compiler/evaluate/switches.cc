// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/switches.h"

#include <utility>

namespace dossier::evaluate {
namespace {

/// Rules that switch off rules that switch off rules; a longer chain is a circle.
constexpr int kMaxDepth = 8;

}  // namespace

Switches::Switches(const RuleIndex& rules, const Circumstances& of_case, LawTable& laws)
    : of_case_(of_case), laws_(laws) {
  for (const Rule& rule : rules.rules()) {
    for (const Spanned<std::string>& target : rule.criterion->disables) {
      std::vector<const Rule*>& by = by_target_[target.value];
      if (by.empty() || by.back() != &rule) by.push_back(&rule);
    }
  }
}

bool Switches::CanAct(const Rule& rule, const Asked& asked, int depth) {
  const model::Criterion& criterion = *rule.criterion;
  if (!CertainlyApplies(criterion, of_case_, asked)) return false;
  if (criterion.law && !laws_.WhyNot(*criterion.law, asked.person).empty()) return false;
  return Of(criterion.id, asked, depth + 1).by == nullptr;
}

Switched Switches::Of(std::string_view criterion, const Asked& asked) {
  return Of(criterion, asked, 0);
}

Switched Switches::Of(std::string_view criterion, const Asked& asked, int depth) {
  const auto found = by_target_.find(criterion);
  if (found == by_target_.end() || depth >= kMaxDepth) return {};
  // Asked again while it is being found out, a rule counts as not switched off.
  const auto [entry, is_new] = known_.try_emplace(Key{criterion, asked});
  if (!is_new) return entry->second;
  Switched result = Find(found->second, asked, depth);
  known_[Key{criterion, asked}] = result;
  return result;
}

Switched Switches::Find(const std::vector<const Rule*>& by, const Asked& asked, int depth) {
  Switched result;
  for (const Rule* rule : by) {
    const std::optional<model::Condition>& when = rule->criterion->disables_when;
    ConditionValue value = when ? Holds(*when, of_case_, asked) : ConditionValue{};
    if (value.truth == Truth::kFalse || !CanAct(*rule, asked, depth)) continue;
    if (value.truth == Truth::kTrue) {
      result.by = rule;
      result.because = when ? WhyHolds(*when, of_case_, asked) : "it always does so";
      result.doubts.clear();
      return result;
    }
    for (Undecided& one : value.undecided) {
      result.doubts.push_back({std::move(one), "the rule is not switched off"});
    }
  }
  return result;
}

}  // namespace dossier::evaluate
