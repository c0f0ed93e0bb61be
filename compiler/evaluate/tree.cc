// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/tree.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "compiler/evaluate/force.h"

namespace dossier::evaluate {
namespace {

using model::Operator;

constexpr Lanes kCannotTell{.absent = Verdict::kContradicted, .counting = Verdict::kCovered};

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

class Walker {
 public:
  explicit Walker(const TreeInput& input)
      : input_(input),
        source_(*input.resolved.source),
        exhibits_(input.resolved),
        filed_(source_) {}

  Tree Walk();

 private:
  std::size_t Visit(const Rule& rule, std::string_view parent, const std::string& subject,
                    Span plea, int depth);
  void VisitChildren(std::size_t at, int depth);
  void VisitChild(std::size_t at, const model::Criterion& child, int depth);
  void Count(Node& node, const Filed& filed);
  void CollectAdverse(Node& node, const Filed& filed);
  void AddAdverse(Node& node, const AdverseItems& items, std::string_view limb, bool defeater);
  [[nodiscard]] Lanes AnswerOf(const model::AdverseItem& item) const;
  [[nodiscard]] Lanes BranchVerdict(Node& node) const;
  [[nodiscard]] Lanes NoneVerdict(const Node& node) const;
  void Presume(Node& node) const;
  void Finish(Node& node) const;
  const NamedDates& DatesOf(const std::string& subject);

  const TreeInput& input_;
  const model::Case& source_;
  ExhibitTable exhibits_;
  FiledIndex filed_;
  Tree tree_;
  std::map<std::pair<const model::Criterion*, std::string>, std::size_t> seen_;
  std::map<std::string, NamedDates> dates_;
};

const NamedDates& Walker::DatesOf(const std::string& subject) {
  const auto found = dates_.find(subject);
  if (found != dates_.end()) return found->second;
  return dates_.emplace(subject, NamedDates(source_.header, subject, input_.as_of)).first->second;
}

Tree Walker::Walk() {
  std::vector<std::string> subjects;  // in the order in which they are first asked about
  std::set<std::string> known;
  std::map<std::string, std::vector<const model::Plea*>> pleas;
  const auto ask = [&](const std::string& subject, const model::Plea& plea) {
    if (known.insert(subject).second) subjects.push_back(subject);
    pleas[subject].push_back(&plea);
  };
  for (const model::Plea& plea : source_.header.pleads) {
    const std::vector<model::Text>& persons =
        plea.for_persons.empty() ? source_.header.applicants : plea.for_persons;
    for (const model::Text& person : persons) ask(person.value, plea);
    if (persons.empty()) ask({}, plea);
  }
  for (const std::string& subject : subjects) {
    for (const model::Plea* plea : pleas[subject]) {
      const Rule* rule = input_.rules.Find(plea->criterion.value);
      if (rule == nullptr) continue;
      const std::size_t root = Visit(*rule, {}, subject, plea->criterion.span, 0);
      if (std::find(tree_.roots.begin(), tree_.roots.end(), root) == tree_.roots.end()) {
        tree_.roots.push_back(root);
      }
    }
  }
  return std::move(tree_);
}

std::size_t Walker::Visit(const Rule& rule, std::string_view parent, const std::string& subject,
                          Span plea, int depth) {
  const auto [entry, is_new] = seen_.try_emplace({rule.criterion, subject}, tree_.nodes.size());
  const std::size_t at = entry->second;
  if (is_new) {
    tree_.nodes.push_back({});
    Node& node = tree_.nodes.back();
    node.rule = rule;
    node.subject = subject;
    node.plea = plea;
  }
  Node& node = tree_.nodes[at];  // a deque: stays where it is while nodes are added
  if (!parent.empty() &&
      std::find(node.parents.begin(), node.parents.end(), parent) == node.parents.end()) {
    node.parents.push_back(parent);
  }
  if (!is_new) return at;
  const Filed filed = filed_.Find(rule.criterion->id, subject);
  node.grounds = filed.grounds;
  node.applicability = Applies(*rule.criterion, source_, subject, DatesOf(subject));
  if (!node.applicability.applies) {
    node.verdict = node.branches = Lanes::Both(Verdict::kNotApplicable);
  } else {
    Count(node, filed);
    CollectAdverse(node, filed);
    VisitChildren(at, depth);
    node.branches = BranchVerdict(node);
    node.verdict = node.branches;
    if (node.broken.empty()) Finish(node);
  }
  node.done = true;
  return at;
}

void Walker::VisitChildren(std::size_t at, int depth) {
  const model::Criterion& criterion = *tree_.nodes[at].rule.criterion;
  if (criterion.op == Operator::kRef) VisitChild(at, criterion, depth);
  for (const model::Criterion& child : criterion.children) VisitChild(at, child, depth);
}

void Walker::VisitChild(std::size_t at, const model::Criterion& child, int depth) {
  Node& node = tree_.nodes[at];
  Rule rule = node.rule;
  const bool is_self = &child == node.rule.criterion;
  if (child.op == Operator::kRef && (child.id.empty() || is_self)) {
    const Rule* target = input_.rules.Find(child.ref);
    if (target == nullptr) {
      node.broken = "no pack of this case has a criterion \"" + child.ref + "\"";
      return;
    }
    rule = *target;
  } else {
    rule.criterion = &child;
    if (!child.authority.instrument.empty()) rule.authority = &child.authority;
  }
  if (depth >= kMaxRuleDepth) {
    node.broken = "the rules refer to one another more than " + std::to_string(kMaxRuleDepth) +
                  " times in a row";
    return;
  }
  const std::size_t target =
      Visit(rule, node.rule.criterion->id, node.subject, node.plea, depth + 1);
  if (!tree_.nodes[target].done) {
    node.broken = "the rule refers back to itself";
    return;
  }
  node.children.push_back(target);
}

void Walker::Count(Node& node, const Filed& filed) {
  const model::Criterion& criterion = *node.rule.criterion;
  const NeedContext context{
      .criterion = &criterion, .exhibits = &exhibits_, .dates = &DatesOf(node.subject)};
  const auto count = [&](const model::Need& need) {
    const auto items = filed.needs.find(need.id);
    return CountNeed(need, items == filed.needs.end() ? std::vector<FiledItem>{} : items->second,
                     context);
  };
  for (const model::Need& need : criterion.needs) node.needs.push_back(count(need));
  if (!criterion.presumption) return;
  for (const model::Need& need : criterion.presumption->basis) node.basis.push_back(count(need));
}

void Walker::CollectAdverse(Node& node, const Filed& filed) {
  const model::Criterion& criterion = *node.rule.criterion;
  AddAdverse(node, filed.adverse, {}, false);
  for (const model::Limb& limb : criterion.limbs) {
    const auto items = filed.limbs.find(limb.id);
    if (items != filed.limbs.end()) AddAdverse(node, items->second, limb.id, false);
  }
  if (!criterion.presumption) return;
  for (const model::Limb& limb : criterion.presumption->defeaters) {
    const auto items = filed.defeaters.find(limb.id);
    if (items != filed.defeaters.end()) AddAdverse(node, items->second, limb.id, true);
  }
}

void Walker::AddAdverse(Node& node, const AdverseItems& items, std::string_view limb,
                        bool defeater) {
  for (const model::AdverseItem* item : items) {
    AdverseResult result;
    result.item = item;
    result.limb = limb;
    result.defeater = defeater;
    if (const resolve::BoundCitation* bound = exhibits_.Bound(item->cite)) {
      result.exhibit = bound->exhibit;
      result.pinpoint = bound->pinpoint_text;
    }
    // An item whose place was not found still stands: the author says that something is there.
    const ExhibitEntry* entry = exhibits_.Cited(item->cite);
    result.readable = entry == nullptr || entry->readable;
    result.answer = AnswerOf(*item);
    node.adverse.push_back(std::move(result));
  }
}

Lanes Walker::AnswerOf(const model::AdverseItem& item) const {
  Lanes answer = Lanes::Both(Verdict::kContradicted);
  for (const model::Citation& citation : item.answered_by) {
    const ExhibitEntry* entry = exhibits_.Cited(citation);
    if (entry == nullptr) continue;
    const Verdict worth = entry->surrogate ? Verdict::kThin : Verdict::kCovered;
    answer.counting = std::max(answer.counting, worth);
    if (entry->readable) answer.absent = std::max(answer.absent, worth);
  }
  return answer;
}

Lanes Walker::NoneVerdict(const Node& node) const {
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

Lanes Walker::BranchVerdict(Node& node) const {
  const model::Criterion& criterion = *node.rule.criterion;
  if (!node.broken.empty()) return kCannotTell;
  std::vector<Lanes> parts;
  if (criterion.op == Operator::kNeeds) {
    for (const NeedResult& need : node.needs) {
      if (need.need->weight == model::Weight::kCore) parts.push_back(need.verdict);
    }
    return PerLane(parts, WorstOf);
  }
  for (const std::size_t child : node.children) parts.push_back(tree_.nodes[child].verdict);
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

/// The better of the direct verdict and what the basis presumes (DESIGN section 5).
void Walker::Presume(Node& node) const {
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

/// The presumption, then the adverse items of the criterion itself.
void Walker::Finish(Node& node) const {
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

}  // namespace

Tree EvaluateTree(const TreeInput& input) { return Walker(input).Walk(); }

}  // namespace dossier::evaluate
