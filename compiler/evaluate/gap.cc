// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/gap.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "compiler/evaluate/modes.h"

namespace dossier::evaluate {
namespace {

using model::Operator;
using Sets = std::vector<ClosingSet>;

/// Nothing is to be done.
Sets Closed() { return {ClosingSet{}}; }

void KeepCheapest(Sets& sets) {
  std::stable_sort(sets.begin(), sets.end(), [](const ClosingSet& a, const ClosingSet& b) {
    return std::pair(a.items, a.steps.size()) < std::pair(b.items, b.steps.size());
  });
  if (sets.size() > kMostClosingSets) sets.resize(kMostClosingSets);
}

bool IsSame(const ClosingStep& a, const ClosingStep& b) {
  return a.kind == b.kind && a.criterion == b.criterion && a.subject == b.subject &&
         a.need == b.need && a.exhibit == b.exhibit;
}

/// A rule that two others refer to is closed once.
ClosingSet Joined(const ClosingSet& a, const ClosingSet& b) {
  ClosingSet both = a;
  for (const ClosingStep& step : b.steps) {
    const bool known = std::any_of(a.steps.begin(), a.steps.end(), [&](const ClosingStep& other) {
      return IsSame(step, other);
    });
    if (known) continue;
    both.items += step.items;
    both.steps.push_back(step);
  }
  return both;
}

/// Both have to be closed.
Sets And(const Sets& a, const Sets& b) {
  Sets both;
  for (const ClosingSet& first : a) {
    for (const ClosingSet& second : b) both.push_back(Joined(first, second));
  }
  KeepCheapest(both);
  return both;
}

/// Either will do.
Sets Or(Sets a, const Sets& b) {
  a.insert(a.end(), b.begin(), b.end());
  KeepCheapest(a);
  return a;
}

Sets One(ClosingStep step) {
  ClosingSet set;
  set.items = step.items;
  set.steps.push_back(std::move(step));
  return {std::move(set)};
}

class Finder {
 public:
  explicit Finder(const Tree& tree) : tree_(tree) {}

  Sets Of(std::size_t at) {
    const auto known = known_.find(at);
    if (known != known_.end()) return known->second;
    known_[at] = {};  // a circle closes nothing
    return known_[at] = Find(tree_.nodes[at]);
  }

 private:
  Sets Find(const Node& node);
  [[nodiscard]] Sets OfNeed(const Node& node, const NeedResult& need) const;
  [[nodiscard]] Sets OfNeeds(const Node& node, const std::vector<NeedResult>& needs) const;
  [[nodiscard]] static Sets OfAdverse(const Node& node, const AdverseResult& item);
  [[nodiscard]] Sets OfLimbs(const Node& node) const;
  [[nodiscard]] Sets OfPresumption(const Node& node) const;
  Sets OfBranches(const Node& node);
  Sets OfAtLeast(const Node& node);
  bool HasFiled(std::size_t at);

  const Tree& tree_;
  std::map<std::size_t, bool> has_filed_;
  std::map<std::size_t, Sets> known_;
};

Sets Finder::OfNeed(const Node& node, const NeedResult& need) const {
  if (IsSatisfied(need.verdict.Value())) return Closed();
  ClosingStep step;
  step.criterion = node.rule.criterion->id;
  step.subject = node.subject;
  step.need = need.need->id;
  if (need.verdict.Value() == Verdict::kUnknown && !need.unread.empty()) {
    step.kind = ClosingStep::Kind::kMend;
    step.exhibit = need.unread.front();
    step.items = 0;
    return One(std::move(step));
  }
  step.missing = need.coverage.missing;
  step.items = std::accumulate(step.missing.begin(), step.missing.end(), 0,
                               [](int sum, const MissingEvidence& m) { return sum + m.count; });
  Sets sets = One(step);
  if (!need.stale_grounds.empty()) {
    step.kind = ClosingStep::Kind::kReview;
    step.missing.clear();
    step.items = 0;
    sets = Or(One(std::move(step)), sets);
  }
  return sets;
}

Sets Finder::OfNeeds(const Node& node, const std::vector<NeedResult>& needs) const {
  Sets all = Closed();
  for (const NeedResult& need : needs) {
    if (need.need->weight == model::Weight::kCore) all = And(all, OfNeed(node, need));
  }
  return all;
}

Sets Finder::OfAdverse(const Node& node, const AdverseResult& item) {
  if (IsSatisfied(item.answer.Value())) return Closed();
  ClosingStep step;
  step.kind = item.readable ? ClosingStep::Kind::kAnswer : ClosingStep::Kind::kMend;
  step.criterion = node.rule.criterion->id;
  step.subject = node.subject;
  step.need = item.limb;
  step.exhibit = item.exhibit.empty() ? item.item->cite.text : item.exhibit;
  step.items = item.readable ? 1 : 0;
  // Answered by notes only: their original is what is missing.
  if (item.answer.Value() == Verdict::kThin && !item.item->answered_by.empty()) {
    step.kind = ClosingStep::Kind::kOriginal;
    step.exhibit = item.item->answered_by.front().text;
  }
  return One(std::move(step));
}

/// Cumulative limbs: answering every item of one of them is enough.
Sets Finder::OfLimbs(const Node& node) const {
  const bool cumulative = node.rule.criterion->cumulative;
  Sets all = cumulative ? Sets{} : Closed();
  for (const model::Limb& limb : node.rule.criterion->limbs) {
    Sets of_limb = Closed();
    bool filed = false;
    for (const AdverseResult& item : node.adverse) {
      if (item.defeater || item.limb != limb.id) continue;
      filed = true;
      of_limb = And(of_limb, OfAdverse(node, item));
    }
    if (!filed) continue;
    all = cumulative ? Or(std::move(all), of_limb) : And(all, of_limb);
  }
  return all;
}

Sets Finder::OfPresumption(const Node& node) const {
  if (node.basis.empty()) return {};
  Sets sets = OfNeeds(node, node.basis);
  for (const AdverseResult& item : node.adverse) {
    if (item.defeater) sets = And(sets, OfAdverse(node, item));
  }
  return sets;
}

/// Branch by branch the next cheapest, and what the first would cost instead of it.
Sets Finder::OfAtLeast(const Node& node) {
  std::vector<Sets> branches;
  for (const std::size_t child : node.children) {
    if (tree_.nodes[child].verdict.Value() == Verdict::kNotApplicable) continue;
    Sets sets = Of(child);
    if (IsSatisfied(tree_.nodes[child].verdict.Value())) sets = Closed();
    if (!sets.empty()) branches.push_back(std::move(sets));
  }
  std::stable_sort(branches.begin(), branches.end(), [](const Sets& a, const Sets& b) {
    return std::pair(a.front().items, a.front().steps.size()) <
           std::pair(b.front().items, b.front().steps.size());
  });
  const auto wanted = static_cast<std::size_t>(std::max(node.rule.criterion->at_least, 0));
  if (branches.size() < wanted) return {};
  Sets sets;
  // The cheapest choice, then those that take the next branch in place of one of them.
  for (std::size_t left_out = 0; left_out <= wanted && sets.size() < kMostClosingSets; ++left_out) {
    if (left_out > 0 && branches.size() == wanted) break;
    Sets some = Closed();
    for (std::size_t i = 0; i < wanted + (left_out > 0 ? 1 : 0); ++i) {
      if (left_out == 0 || i != wanted - left_out) some = And(some, branches[i]);
    }
    sets = Or(std::move(sets), some);
  }
  return sets;
}

Sets Finder::OfBranches(const Node& node) {
  if (IsChoice(node) && node.rule.criterion->op == Operator::kAtLeast) return OfAtLeast(node);
  const bool choice = IsChoice(node);
  Sets all = choice ? Sets{} : Closed();
  std::vector<std::size_t> children = node.children;
  // Of two that cost the same, the branch for which something is filed is the one that is meant.
  std::stable_partition(children.begin(), children.end(),
                        [&](std::size_t child) { return HasFiled(child); });
  for (const std::size_t child : children) {
    if (tree_.nodes[child].verdict.Value() == Verdict::kNotApplicable) continue;
    all = choice ? Or(std::move(all), Of(child)) : And(all, Of(child));
  }
  return all;
}

bool Finder::HasFiled(std::size_t at) {
  const auto [entry, is_new] = has_filed_.try_emplace(at, !tree_.nodes[at].grounds.empty());
  if (!is_new || entry->second) return entry->second;
  const std::vector<std::size_t>& children = tree_.nodes[at].children;
  const bool below = std::any_of(children.begin(), children.end(),
                                 [&](std::size_t child) { return HasFiled(child); });
  return has_filed_[at] = below;
}

Sets Finder::Find(const Node& node) {
  const Verdict verdict = node.verdict.Value();
  if (IsSatisfied(verdict) || verdict == Verdict::kNotApplicable) return Closed();
  if (!node.broken.empty()) return {};
  Sets sets;
  if (node.rule.criterion->op == Operator::kNone && node.replaced == Replaced::kNo) {
    sets = OfLimbs(node);
  } else {
    sets = node.children.empty() ? OfNeeds(node, node.needs) : OfBranches(node);
    const bool direct_open = !node.children.empty() || !node.needs.empty();
    if (!direct_open) sets.clear();
    sets = Or(std::move(sets), OfPresumption(node));
  }
  for (const AdverseResult& item : node.adverse) {
    if (item.limb.empty()) sets = And(sets, OfAdverse(node, item));
  }
  return sets;
}

}  // namespace

std::vector<ClosingSet> ClosingSets(const Tree& tree, std::size_t node) {
  if (IsSatisfied(tree.nodes[node].verdict.Value())) return {};
  Sets sets = Finder(tree).Of(node);
  std::erase_if(sets, [](const ClosingSet& set) { return set.steps.empty(); });
  return sets;
}

}  // namespace dossier::evaluate
