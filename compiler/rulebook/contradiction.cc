// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/contradiction.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace dossier::rulebook {
namespace {

using model::Condition;
using Kind = Condition::Kind;

/// A condition without parts, or its contrary.
struct Literal {
  const Condition* condition = nullptr;
  bool negated = false;
};

void Flatten(const Condition& condition, bool negated, std::vector<Literal>& out) {
  const bool conjunction = condition.kind == (negated ? Kind::kAny : Kind::kAll);
  if (conjunction) {
    for (const Condition& child : condition.children) Flatten(child, negated, out);
  } else if (condition.kind == Kind::kNot) {
    if (!condition.children.empty()) Flatten(condition.children.front(), !negated, out);
  } else if (condition.kind != Kind::kAll && condition.kind != Kind::kAny) {
    out.push_back({&condition, negated});
  }
}

bool IsNumeric(const Condition& condition) { return condition.at_least || condition.at_most; }

bool Within(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return std::all_of(part.begin(), part.end(), [&](const std::string& word) {
    return std::find(whole.begin(), whole.end(), word) != whole.end();
  });
}

bool Disjoint(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::none_of(a.begin(), a.end(), [&](const std::string& word) {
    return std::find(b.begin(), b.end(), word) != b.end();
  });
}

/// The numbers that a literal leaves: [least, most].
struct Bounds {
  std::optional<std::int64_t> least, most;
};

Bounds BoundsOf(const Literal& literal) {
  const Condition& condition = *literal.condition;
  if (!literal.negated) return {condition.at_least, condition.at_most};
  // Outside two bounds lie two ranges; that is not looked into.
  if (condition.at_least && condition.at_most) return {};
  Bounds bounds;
  if (condition.at_least) bounds.most = *condition.at_least - 1;
  if (condition.at_most) bounds.least = *condition.at_most + 1;
  return bounds;
}

bool FactsClash(const Literal& a, const Literal& b) {
  const bool numbers = IsNumeric(*a.condition);
  if (numbers != IsNumeric(*b.condition)) return false;
  if (numbers) {
    const Bounds first = BoundsOf(a);
    const Bounds second = BoundsOf(b);
    return (first.least && second.most && *first.least > *second.most) ||
           (second.least && first.most && *second.least > *first.most);
  }
  if (a.negated && b.negated) return false;
  if (!a.negated && !b.negated) return Disjoint(a.condition->values, b.condition->values);
  const Literal& is = a.negated ? b : a;
  const Literal& is_not = a.negated ? a : b;
  return Within(is.condition->values, is_not.condition->values);
}

/// `from` of one range lies on or after `before` of the other.
bool Apart(const model::DateRange& a, const model::DateRange& b) {
  const auto after = [](const model::DateBound& from, const model::DateBound& before) {
    return from.date && before.date && from.date->First() >= before.date->First();
  };
  return after(a.from, b.before) || after(b.from, a.before);
}

bool IsBefore(const model::DateBound& a, const model::DateBound& b) {
  return a.date && b.date && a.date->First() <= b.date->First();
}

/// True when every day of `inner` lies in `outer`.
bool Inside(const model::DateRange& inner, const model::DateRange& outer) {
  const bool from = outer.from.empty() || IsBefore(outer.from, inner.from);
  const bool before = outer.before.empty() || IsBefore(inner.before, outer.before);
  return from && before;
}

bool DatesClash(const Literal& a, const Literal& b) {
  const bool states = a.condition->state != Condition::DateState::kAny &&
                      b.condition->state != Condition::DateState::kAny;
  if (states) {
    const bool same = a.condition->state == b.condition->state;
    return a.negated || b.negated ? same && a.negated != b.negated : !same;
  }
  if (a.condition->state != Condition::DateState::kAny ||
      b.condition->state != Condition::DateState::kAny || (a.negated && b.negated)) {
    return false;
  }
  if (!a.negated && !b.negated) return Apart(a.condition->range, b.condition->range);
  const Literal& in = a.negated ? b : a;
  const Literal& outside = a.negated ? a : b;
  return Inside(in.condition->range, outside.condition->range);
}

bool Clash(const Literal& a, const Literal& b) {
  if (a.condition->kind != b.condition->kind || a.condition->name != b.condition->name) {
    return false;
  }
  switch (a.condition->kind) {
    case Kind::kFact:
      return FactsClash(a, b);
    case Kind::kDate:
      return DatesClash(a, b);
    default:
      // Somebody may have had several procedures, so only a thing and its contrary clash.
      return a.negated != b.negated;
  }
}

std::string Words(const Literal& literal) {
  const Condition& condition = *literal.condition;
  switch (condition.kind) {
    case Kind::kFact:
      return "what they ask of the fact \"" + condition.name + "\" cannot hold together";
    case Kind::kDate:
      return "what they ask of the date \"" + condition.name + "\" cannot hold together";
    case Kind::kProcedure:
      return "a procedure of kind \"" + condition.name + "\" is asked for and excluded";
    case Kind::kNotified:
      return "the notice of \"" + condition.name + "\" is asked for and excluded";
    default:
      return "a contradiction is asked for and excluded";
  }
}

}  // namespace

std::string Contradiction(const Together& conditions) {
  std::vector<Literal> literals;
  for (const Condition* condition : conditions) Flatten(*condition, false, literals);
  for (std::size_t i = 0; i < literals.size(); ++i) {
    // A literal alone may leave no room: at least 5 and at most 3.
    for (std::size_t j = 0; j <= i; ++j) {
      if (Clash(literals[j], literals[i])) return Words(literals[i]);
    }
  }
  return {};
}

}  // namespace dossier::rulebook
