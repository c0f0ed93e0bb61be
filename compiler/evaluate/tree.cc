// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/tree.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "compiler/evaluate/node_items.h"
#include "compiler/evaluate/node_verdict.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using model::Operator;

/// A criterion and whom it is asked of.
struct NodeKey {
  const model::Criterion* criterion = nullptr;
  Asked asked;
  friend bool operator==(const NodeKey&, const NodeKey&) = default;
};
struct NodeKeyHash {
  std::size_t operator()(const NodeKey& key) const {
    return NamePairHash()({key.asked.subject, key.asked.person}) * 31U +
           std::hash<const model::Criterion*>()(key.criterion);
  }
};

class Walker {
 public:
  explicit Walker(const TreeInput& input)
      : input_(input),
        source_(*input.resolved.source),
        of_case_(input.circumstances),
        exhibits_(input.resolved),
        subjects_(source_),
        filed_(source_, subjects_),
        switches_(input.rules, of_case_, input.laws) {}

  Tree Walk();

 private:
  /// From where a rule is reached.
  struct Way {
    std::string_view parent;
    Span plea;
    int depth = 0;
  };

  void WalkPleas();
  void WalkObjections();
  std::size_t Visit(const Rule& rule, const Asked& asked, const Way& way);
  void Evaluate(std::size_t at, int depth);
  bool IsAway(Node& node);
  bool Replace(std::size_t at, int depth);
  bool ReplaceByTransition(std::size_t at, int depth);
  bool ReplaceByException(std::size_t at, int depth);
  void UseRule(std::size_t at, const std::string& id, Replaced by, int depth);
  void VisitChildren(std::size_t at, int depth);
  void VisitChild(std::size_t at, const model::Criterion& child, const Asked& asked, int depth);
  void VisitRule(std::size_t at, const Rule& rule, const Asked& asked, int depth);

  const TreeInput& input_;
  const model::Case& source_;
  const Circumstances& of_case_;
  ExhibitTable exhibits_;
  Subjects subjects_;
  FiledIndex filed_;
  Switches switches_;
  Tree tree_;
  std::unordered_map<NodeKey, std::size_t, NodeKeyHash> seen_;
  bool in_objections_ = false;
};

Tree Walker::Walk() {
  WalkPleas();
  in_objections_ = true;
  WalkObjections();
  return std::move(tree_);
}

void Walker::WalkPleas() {
  std::vector<std::string_view> subjects;  // in the order in which they are first asked about
  std::unordered_map<std::string_view, std::vector<const model::Plea*>> pleas;
  const auto ask = [&](std::string_view subject, const model::Plea& plea) {
    std::vector<const model::Plea*>& of_subject = pleas[subject];
    if (of_subject.empty()) subjects.push_back(subject);
    of_subject.push_back(&plea);
  };
  for (const model::Plea& plea : source_.header.pleads) {
    const std::vector<model::Text>& persons =
        plea.for_persons.empty() ? source_.header.applicants : plea.for_persons;
    for (const model::Text& person : persons) ask(person.value, plea);
    if (persons.empty()) ask({}, plea);
  }
  for (const std::string_view subject : subjects) {
    for (const model::Plea* plea : pleas[subject]) {
      const Rule* rule = input_.rules.Find(plea->criterion.value);
      if (rule == nullptr) continue;
      const std::size_t root =
          Visit(*rule, Asked::Person(subject), {.parent = {}, .plea = plea->criterion.span});
      if (!std::exchange(tree_.nodes[root].is_root, true)) tree_.roots.push_back(root);
    }
  }
}

void Walker::WalkObjections() {
  std::vector<Asked> everyone;
  for (const model::Text& person : source_.header.applicants) {
    everyone.push_back(Asked::Person(person.value));
  }
  if (everyone.empty()) everyone.push_back({});
  for (const Asked& asked : everyone) {
    for (const Rule* rule : input_.rules.objections()) {
      const model::Criterion& objection = *rule->criterion;
      if (!CertainlyApplies(objection, of_case_, asked)) continue;
      if (objection.law && !input_.laws.WhyNot(*objection.law, asked.person).empty()) continue;
      const std::size_t at =
          Visit(*rule, asked, {.parent = {}, .plea = source_.header.id.span});
      if (tree_.nodes[at].objection) tree_.objections.push_back(at);
    }
  }
}

std::size_t Walker::Visit(const Rule& rule, const Asked& asked, const Way& way) {
  const auto [entry, is_new] =
      seen_.try_emplace(NodeKey{rule.criterion, asked}, tree_.nodes.size());
  const std::size_t at = entry->second;
  if (is_new) {
    tree_.nodes.emplace_back();
    Node& node = tree_.nodes.back();
    node.rule = rule;
    node.asked = asked;
    node.subject = asked.subject;
    node.plea = way.plea;
    node.objection = in_objections_;
  }
  Node& node = tree_.nodes[at];  // a deque: stays where it is while nodes are added
  if (!way.parent.empty()) node.parents.push_back(way.parent);
  if (!is_new) return at;
  Evaluate(at, way.depth);
  node.done = true;
  return at;
}

void Walker::Evaluate(std::size_t at, int depth) {
  Node& node = tree_.nodes[at];
  Filed scratch;
  const Filed& filed = filed_.Find(node.rule.criterion->id, node.asked.subject, scratch);
  node.grounds = filed.grounds;
  const bool replaced = IsAway(node) || Replace(at, depth);
  if (!node.applicability.applies) {
    node.verdict = node.branches = Lanes::Both(Verdict::kNotApplicable);
    return;
  }
  if (!replaced) CountNeeds(node, filed, exhibits_, subjects_, of_case_.DatesOf(node.asked));
  CollectAdverse(node, filed, exhibits_);
  if (!replaced) VisitChildren(at, depth);
  node.branches = BranchVerdict(tree_, node);
  node.verdict = node.branches;
  if (node.broken.empty()) Finish(node);
}

/// By its time, by the law that governs, by another rule that switches it off.
bool Walker::IsAway(Node& node) {
  const model::Criterion& criterion = *node.rule.criterion;
  Applicability& state = node.applicability;
  state = IsInForce(criterion, of_case_.DatesOf(node.asked));
  if (state.applies && criterion.law) {
    state.reason = input_.laws.WhyNot(*criterion.law, node.asked.person);
    node.other_law = !state.reason.empty();
    state.applies = state.reason.empty();
  }
  if (state.applies) {
    node.switched = switches_.Of(criterion.id, node.asked);
    for (const Doubt& doubt : node.switched.doubts) state.doubts.push_back(doubt);
    if (node.switched.by != nullptr) {
      state.applies = false;
      state.reason = "switched off by " + node.switched.by->criterion->id + ": " +
                     node.switched.because;
    }
  }
  if (state.applies && criterion.op == Operator::kDisables) {
    state.applies = false;
    state.reason = "it switches other rules off and asks for no evidence";
  }
  return !state.applies;
}

/// True when another rule takes the place of the criterion's body, or it was found not to apply.
bool Walker::Replace(std::size_t at, int depth) {
  Node& node = tree_.nodes[at];
  const model::Criterion& criterion = *node.rule.criterion;
  if (ReplaceByTransition(at, depth)) return true;
  ReadCondition(criterion, of_case_, node.asked, node.applicability);
  if (!node.applicability.applies) return true;
  if (criterion.op == Operator::kNone && criterion.answer_when) {
    node.exclusion_expected =
        Holds(*criterion.answer_when, of_case_, node.asked).truth == Truth::kTrue;
  }
  return ReplaceByException(at, depth);
}

bool Walker::ReplaceByTransition(std::size_t at, int depth) {
  Node& node = tree_.nodes[at];
  const NamedDates& dates = of_case_.DatesOf(node.asked);
  for (const model::Transitional& entry : node.rule.criterion->transitional) {
    ConditionValue value = InRange(entry.reads, entry.range, dates);
    if (value.truth == Truth::kTrue) {
      UseRule(at, entry.use, Replaced::kByTransition, depth);
      return true;
    }
    for (Undecided& one : value.undecided) {
      node.applicability.doubts.push_back(
          {std::move(one), "the transitional provision is not applied"});
    }
  }
  return false;
}

bool Walker::ReplaceByException(std::size_t at, int depth) {
  Node& node = tree_.nodes[at];
  const model::Criterion& criterion = *node.rule.criterion;
  node.exception = ChooseException(criterion, of_case_, node.asked);
  for (const Doubt& doubt : node.exception.doubts) node.applicability.doubts.push_back(doubt);
  const model::Exception* exception = node.exception.exception;
  if (node.exception.dangling) node.broken = "one of its exceptions overrides something else";
  if (node.exception.circle) node.broken = "its exceptions override one another in a circle";
  if (node.exception.tied != nullptr) {
    node.broken = "exceptions " + exception->id + " and " + node.exception.tied->id +
                  " both apply and say different things";
  }
  if (!node.broken.empty()) return true;
  if (exception == nullptr || exception->use == criterion.id) return false;
  if (!exception->use.empty()) {
    UseRule(at, exception->use, Replaced::kByException, depth);
    return true;
  }
  const model::Authority& authority =
      exception->authority.instrument.empty() && node.rule.authority != nullptr
          ? *node.rule.authority
          : exception->authority;
  node.applicability.applies = false;
  node.applicability.reason = "exception: " + Named(exception->title, exception->id);
  if (!authority.instrument.empty()) {
    node.applicability.reason += ", " + authority.instrument;
    if (!authority.pinpoint.empty()) node.applicability.reason += ", " + authority.pinpoint;
  }
  return true;
}

void Walker::UseRule(std::size_t at, const std::string& id, Replaced by, int depth) {
  Node& node = tree_.nodes[at];
  node.replaced = by;
  const Rule* rule = input_.rules.Find(id);
  if (rule == nullptr) {
    node.broken = "no pack of this case has a criterion \"" + id + "\"";
    return;
  }
  VisitRule(at, *rule, node.asked, depth);
}

void Walker::VisitChildren(std::size_t at, int depth) {
  const Node& node = tree_.nodes[at];
  const model::Criterion& criterion = *node.rule.criterion;
  if (criterion.op == Operator::kRef) VisitChild(at, criterion, node.asked, depth);
  if (criterion.op == Operator::kEach) {
    for (const Asked& entry : subjects_.Of(criterion.each, node.asked)) {
      for (const model::Criterion& child : criterion.children) VisitChild(at, child, entry, depth);
    }
    return;
  }
  for (const model::Criterion& child : criterion.children) {
    VisitChild(at, child, node.asked, depth);
  }
}

void Walker::VisitChild(std::size_t at, const model::Criterion& child, const Asked& asked,
                        int depth) {
  Node& node = tree_.nodes[at];
  const bool is_self = &child == node.rule.criterion;
  if (child.op == Operator::kRef && (child.id.empty() || is_self)) {
    const Rule* target = input_.rules.Find(child.ref);
    if (target == nullptr) {
      node.broken = "no pack of this case has a criterion \"" + child.ref + "\"";
      return;
    }
    VisitRule(at, *target, asked, depth);
    return;
  }
  Rule rule = node.rule;
  rule.criterion = &child;
  if (!child.authority.instrument.empty()) rule.authority = &child.authority;
  VisitRule(at, rule, asked, depth);
}

void Walker::VisitRule(std::size_t at, const Rule& rule, const Asked& asked, int depth) {
  Node& node = tree_.nodes[at];
  if (depth >= kMaxRuleDepth) {
    node.broken = "the rules refer to one another more than " + std::to_string(kMaxRuleDepth) +
                  " times in a row";
    return;
  }
  const std::size_t target = Visit(
      rule, asked,
      {.parent = node.rule.criterion->id, .plea = node.plea, .depth = depth + 1});
  if (!tree_.nodes[target].done) {
    node.broken = "the rule refers back to itself";
    return;
  }
  node.children.push_back(target);
}

}  // namespace

bool IsChoice(const Node& node) {
  const Operator op = node.rule.criterion->op;
  return node.replaced == Replaced::kNo &&
         (op == Operator::kAny || op == Operator::kFirstOf || op == Operator::kAtLeast);
}

Tree EvaluateTree(const TreeInput& input) { return Walker(input).Walk(); }

}  // namespace dossier::evaluate
