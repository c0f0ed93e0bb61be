// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/condition.h"

#include <algorithm>

namespace dossier::evaluate {
namespace {

using model::Condition;

Truth Of(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

Truth Is(const model::Fact& fact, const Condition& condition) {
  return Of(std::find(condition.values.begin(), condition.values.end(), fact.value) !=
            condition.values.end());
}

Truth FactHolds(const Condition& condition, const model::Case& source, std::string_view subject) {
  const model::Fact* found = nullptr;
  for (const model::Fact& fact : source.facts) {
    if (fact.id.value != condition.name) continue;
    if (fact.subject.value == subject) return Is(fact, condition);
    const bool of_case = fact.subject.value.empty() || fact.subject.value == source.header.id.value;
    if (of_case && found == nullptr) found = &fact;
  }
  return found == nullptr ? Truth::kUndecided : Is(*found, condition);
}

Truth ProcedureHolds(const Condition& condition, const model::Case& source,
                     std::string_view subject) {
  if (source.header.procedures.empty()) return Truth::kUndecided;
  const auto is_of = [&](const model::Procedure& procedure) {
    if (procedure.applicants.empty() || subject.empty()) return true;
    return std::any_of(procedure.applicants.begin(), procedure.applicants.end(),
                       [&](const model::Text& person) { return person.value == subject; });
  };
  return Of(std::any_of(source.header.procedures.begin(), source.header.procedures.end(),
                        [&](const model::Procedure& procedure) {
                          return procedure.kind == condition.name && is_of(procedure);
                        }));
}

Truth Not(Truth value) {
  if (value == Truth::kUndecided) return value;
  return Of(value == Truth::kFalse);
}

Truth Combine(const Condition& condition, const model::Case& source, std::string_view subject,
              std::vector<std::string_view>& undecided);

/// `all` is the least of its parts, `any` the greatest.
Truth CombineChildren(const Condition& condition, const model::Case& source,
                      std::string_view subject, std::vector<std::string_view>& undecided) {
  const bool all = condition.kind == Condition::Kind::kAll;
  Truth value = Of(all);
  for (const Condition& child : condition.children) {
    const Truth part = Combine(child, source, subject, undecided);
    value = all ? std::min(value, part) : std::max(value, part);
  }
  return value;
}

Truth Combine(const Condition& condition, const model::Case& source, std::string_view subject,
              std::vector<std::string_view>& undecided) {
  Truth value = Truth::kTrue;
  switch (condition.kind) {
    case Condition::Kind::kFact:
      value = FactHolds(condition, source, subject);
      break;
    case Condition::Kind::kProcedure:
      value = ProcedureHolds(condition, source, subject);
      break;
    case Condition::Kind::kDate:
    case Condition::Kind::kContradiction:
    case Condition::Kind::kNotified:
      value = Truth::kUndecided;
      break;
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
      return CombineChildren(condition, source, subject, undecided);
    case Condition::Kind::kNot:
      if (condition.children.empty()) return Truth::kTrue;
      return Not(Combine(condition.children.front(), source, subject, undecided));
  }
  if (value == Truth::kUndecided) undecided.push_back(condition.name);
  return value;
}

}  // namespace

ConditionValue Holds(const model::Condition& condition, const model::Case& source,
                     std::string_view subject) {
  ConditionValue result;
  result.truth = Combine(condition, source, subject, result.undecided);
  if (result.truth != Truth::kUndecided) result.undecided.clear();
  return result;
}

}  // namespace dossier::evaluate
