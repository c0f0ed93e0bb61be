// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "compiler/evaluate/condition.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using model::Condition;

std::string Dated(std::string_view name, const NamedDates& dates) {
  const std::optional<Date>& at = dates.Get(name);
  return std::string(name) + (at ? " " + at->ToString() : "");
}

std::string BoundWords(const model::DateBound& bound, const NamedDates& dates) {
  return bound.date ? bound.date->ToString() : Dated(bound.name, dates);
}

std::string FactWords(const Condition& condition, bool holds) {
  const std::string fact = "fact \"" + condition.name + "\" is ";
  if (!condition.at_least && !condition.at_most) {
    return fact + (holds ? "" : "not ") + JoinOr(condition.values);
  }
  const std::string least = condition.at_least ? std::to_string(*condition.at_least) : "";
  const std::string most = condition.at_most ? std::to_string(*condition.at_most) : "";
  if (most.empty()) return fact + (holds ? "at least " : "less than ") + least;
  if (least.empty()) return fact + (holds ? "at most " : "more than ") + most;
  return fact + (holds ? "from " : "not from ") + least + " to " + most;
}

std::string StateWords(const Condition& condition, const NamedDates& dates) {
  const std::string date = Dated(condition.name, dates);
  switch (dates.StateOf(condition.name)) {
    case NamedDates::State::kStated:
      return date + " is stated";
    case NamedDates::State::kPending:
      return date + " is pending";
    case NamedDates::State::kAbsent:
      break;
  }
  return date + " is not stated";
}

/// The parts that decide: every one of them, or the first that has this truth.
std::string PartWords(const Condition& condition, const Circumstances& of_case, const Asked& asked,
                      bool every, Truth truth) {
  std::string words;
  for (const Condition& child : condition.children) {
    if (!every && Holds(child, of_case, asked).truth != truth) continue;
    words += (words.empty() ? "" : " and ") + WhyHolds(child, of_case, asked);
    if (!every) break;
  }
  return words;
}

}  // namespace

std::string WhyInRange(std::string_view named_date, const model::DateRange& range,
                       const NamedDates& dates) {
  const std::string date = Dated(named_date, dates) + " is ";
  const std::string from = BoundWords(range.from, dates);
  const std::string before = BoundWords(range.before, dates);
  if (!range.from.empty() &&
      InRange(named_date, {.from = range.from, .before = {}}, dates).truth == Truth::kFalse) {
    return date + "before " + from;
  }
  if (!range.before.empty() &&
      InRange(named_date, {.from = {}, .before = range.before}, dates).truth == Truth::kFalse) {
    return date + "not before " + before;
  }
  if (range.before.empty()) return date + "on or after " + from;
  if (range.from.empty()) return date + "before " + before;
  return date + "on or after " + from + " and before " + before;
}

std::string WhyHolds(const Condition& condition, const Circumstances& of_case,
                     const Asked& asked) {
  const Truth truth = Holds(condition, of_case, asked).truth;
  const bool holds = truth == Truth::kTrue;
  switch (condition.kind) {
    case Condition::Kind::kFact:
      return FactWords(condition, holds);
    case Condition::Kind::kProcedure:
      return std::string("there is ") + (holds ? "a" : "no") + " procedure of kind \"" +
             condition.name + "\"";
    case Condition::Kind::kDate: {
      const NamedDates& dates = of_case.DatesOf(asked);
      Condition state = condition;
      state.range = {};
      const bool state_decides =
          condition.range.empty() || Holds(state, of_case, asked).truth == Truth::kFalse;
      return state_decides ? StateWords(condition, dates)
                           : WhyInRange(condition.name, condition.range, dates);
    }
    case Condition::Kind::kContradiction:
      return holds ? "a contradiction that the author marked as essential stands without an "
                     "explanation"
                   : "no contradiction that the author marked as essential stands without an "
                     "explanation";
    case Condition::Kind::kNotified:
      return "the authority was " + std::string(holds ? "" : "not ") + "told of fact \"" +
             condition.name + "\"";
    case Condition::Kind::kNot:
      return condition.children.empty() ? ""
                                        : WhyHolds(condition.children.front(), of_case, asked);
    case Condition::Kind::kAll:
      return PartWords(condition, of_case, asked, holds, Truth::kFalse);
    case Condition::Kind::kAny:
      break;
  }
  return PartWords(condition, of_case, asked, !holds, Truth::kTrue);
}

}  // namespace dossier::evaluate
