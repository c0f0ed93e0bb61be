// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/node_verdict.h"

#include <algorithm>
#include <functional>
#include <map>

namespace dossier::evaluate {
namespace {

using model::Operator;

/// Applies `rule` to each of the two ways of counting.
Lanes PerLane(const std::vector<Lanes>& parts,
              const std::function<Verdict(const std::vector<Verdict>&)>& rule) {
  std::vector<Verdict> absent;
  std::vector<Verdict> counting;
  for (const Lanes& part : parts) {
    absent.push_back(part.absent);
    counting.push_back(part.counting);
  }
  return {.absent = rule(absent), .counting = rule(counting)};
}

Verdict WorstOf(const std::vector<Verdict>& verdicts) {
  return Worst(verdicts).value_or(Verdict::kNotApplicable);
}

Verdict BestOf(const std::vector<Verdict>& verdicts) {
  return Best(verdicts).value_or(Verdict::kNotApplicable);
}

/// One lane of `none`: what each filed limb is worth, put together.
Verdict Excluded(const std::map<std::string_view, std::vector<Verdict>>& limbs, bool cumulative) {
  std::vector<Verdict> verdicts;
  for (const auto& [id, items] : limbs) {
    if (!items.empty()) verdicts.push_back(WorstOf(items));
  }
  return cumulative ? BestOf(verdicts) : WorstOf(verdicts);
}

Lanes NoneVerdict(const Node& node) {
  std::map<std::string_view, std::vector<Verdict>> absent;
  std::map<std::string_view, std::vector<Verdict>> counting;
  for (const AdverseResult& item : node.adverse) {
    if (item.limb.empty() || item.defeater) continue;
    if (item.readable) absent[item.limb].push_back(item.answer.absent);
    counting[item.limb].push_back(item.answer.counting);
  }
  const bool cumulative = node.rule.criterion->cumulative;
  return {.absent = Excluded(absent, cumulative), .counting = Excluded(counting, cumulative)};
}

/// The better of the direct verdict and what the basis presumes (DESIGN section 5).
void Presume(Node& node) {
  std::vector<Lanes> parts;
  for (const NeedResult& need : node.basis) {
    if (need.need->weight == model::Weight::kCore) parts.push_back(need.verdict);
  }
  if (parts.empty()) return;
  Lanes second = PerLane(parts, [](const std::vector<Verdict>& verdicts) {
    return AtMost(WorstOf(verdicts), Verdict::kPresumed);
  });
  Verdict limit_absent = Verdict::kCovered;
  Verdict limit_counting = Verdict::kCovered;
  for (const AdverseResult& item : node.adverse) {
    if (!item.defeater) continue;
    if (item.readable) limit_absent = std::min(limit_absent, item.answer.absent);
    limit_counting = std::min(limit_counting, item.answer.counting);
  }
  // Without a branch that applies the direct way is open, not away: else a defeater would take the
  // criterion out of the reckoning, and what is filed must never decide whether a rule applies.
  const auto better = [](Verdict direct, Verdict presumed, Verdict limit) {
    if (direct == Verdict::kNotApplicable) direct = Verdict::kOpen;
    if (limit == Verdict::kContradicted) return direct;
    return Best({direct, AtMost(presumed, limit)}).value_or(direct);
  };
  const Lanes verdict{.absent = better(node.branches.absent, second.absent, limit_absent),
                      .counting = better(node.branches.counting, second.counting, limit_counting)};
  node.presumed = !(verdict == node.branches);
  node.verdict = verdict;
}

}  // namespace

Lanes BranchVerdict(const Tree& tree, Node& node) {
  const model::Criterion& criterion = *node.rule.criterion;
  if (!node.broken.empty()) return kCannotTell;
  std::vector<Lanes> parts;
  if (node.replaced != Replaced::kNo) {
    for (const std::size_t child : node.children) parts.push_back(tree.nodes[child].verdict);
    return PerLane(parts, WorstOf);
  }
  if (criterion.op == Operator::kNeeds) {
    for (const NeedResult& need : node.needs) {
      if (need.need->weight == model::Weight::kCore) parts.push_back(need.verdict);
    }
    return PerLane(parts, WorstOf);
  }
  for (const std::size_t child : node.children) parts.push_back(tree.nodes[child].verdict);
  switch (criterion.op) {
    case Operator::kAny:
    case Operator::kFirstOf: {
      const Lanes best = PerLane(parts, BestOf);
      for (std::size_t i = 0; i < parts.size() && !node.reached; ++i) {
        if (IsRanked(parts[i].Value()) && parts[i] == best) node.reached = node.children[i];
      }
      return best;
    }
    case Operator::kAtLeast: {
      const int n = criterion.at_least;
      return PerLane(parts, [n](const std::vector<Verdict>& v) { return NthBest(v, n); });
    }
    case Operator::kNone:
      return NoneVerdict(node);
    case Operator::kNeeds:
    case Operator::kAll:
    case Operator::kRef:
    case Operator::kEach:
    case Operator::kDisables:
      break;
  }
  return PerLane(parts, WorstOf);
}

void Finish(Node& node) {
  Presume(node);
  for (const AdverseResult& item : node.adverse) {
    if (!item.limb.empty()) continue;
    const auto lower = [](Verdict verdict, Verdict answer) {
      return answer == Verdict::kContradicted ? answer : AtMost(verdict, answer);
    };
    if (item.readable) node.verdict.absent = lower(node.verdict.absent, item.answer.absent);
    node.verdict.counting = lower(node.verdict.counting, item.answer.counting);
  }
}

}  // namespace dossier::evaluate
