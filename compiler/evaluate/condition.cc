// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/condition.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace dossier::evaluate {
namespace {

using model::Condition;
using What = Undecided::What;

Truth Of(bool value) { return value ? Truth::kTrue : Truth::kFalse; }

Truth Not(Truth value) {
  if (value == Truth::kUndecided) return value;
  return Of(value == Truth::kFalse);
}

std::optional<std::int64_t> WholeNumber(const std::string& text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stopped != end || text.empty()) return std::nullopt;
  return number;
}

ConditionValue Hangs(What what, std::string_view name, std::string at = {}) {
  return {Truth::kUndecided, {{what, name, std::move(at)}}};
}

ConditionValue FactHolds(const Condition& condition, const Circumstances& of_case,
                         const Asked& asked) {
  const model::Fact* fact = of_case.FindFact(condition.name, asked);
  if (fact == nullptr) return Hangs(What::kFact, condition.name);
  if (!condition.at_least && !condition.at_most) {
    const auto& words = condition.values;
    // "yes" is not taken for false where the question is whether something is true.
    const bool asks_truth = words.size() == 1 && (words.front() == "true" || words.front() == "false");
    if (asks_truth && fact->value != "true" && fact->value != "false") {
      return Hangs(What::kTruth, condition.name);
    }
    return {Of(std::find(words.begin(), words.end(), fact->value) != words.end()), {}};
  }
  const std::optional<std::int64_t> number = WholeNumber(fact->value);
  if (!number) return Hangs(What::kNumber, condition.name);
  return {Of((!condition.at_least || *number >= *condition.at_least) &&
             (!condition.at_most || *number <= *condition.at_most)),
          {}};
}

ConditionValue NotifiedHolds(const Condition& condition, const Circumstances& of_case,
                             const Asked& asked) {
  const model::Fact* fact = of_case.FindFact(condition.name, asked);
  if (fact == nullptr) return Hangs(What::kFact, condition.name);
  return {Of(std::any_of(fact->notified.begin(), fact->notified.end(),
                         [](const model::Notification& one) { return !one.on.pending; })),
          {}};
}

/// Kleene's `and` (the least) and `or` (the greatest); only what is undecided itself is hung on.
ConditionValue Join(ConditionValue a, ConditionValue b, bool all) {
  ConditionValue joined;
  joined.truth = all ? std::min(a.truth, b.truth) : std::max(a.truth, b.truth);
  if (joined.truth != Truth::kUndecided) return joined;
  joined.undecided = std::move(a.undecided);
  for (Undecided& one : b.undecided) {
    const bool known = std::any_of(
        joined.undecided.begin(), joined.undecided.end(),
        [&](const Undecided& other) { return other.what == one.what && other.name == one.name; });
    if (!known) joined.undecided.push_back(std::move(one));
  }
  return joined;
}

ConditionValue DateHolds(const Condition& condition, const NamedDates& dates) {
  ConditionValue value;
  using State = Condition::DateState;
  if (condition.state != State::kAny) {
    const NamedDates::State is = dates.StateOf(condition.name);
    value.truth = Of((condition.state == State::kStated && is == NamedDates::State::kStated) ||
                     (condition.state == State::kPending && is == NamedDates::State::kPending) ||
                     (condition.state == State::kAbsent && is == NamedDates::State::kAbsent));
  }
  if (condition.range.empty() || value.truth == Truth::kFalse) return value;
  return Join(std::move(value), InRange(condition.name, condition.range, dates), true);
}

/// A bound as days: the first and the last on which it may lie.
struct BoundDays {
  Day first, last;
};

std::optional<BoundDays> DaysOf(const model::DateBound& bound, const NamedDates& dates) {
  // A bound that a rule states is exact: "2026" begins with the first day of that year.
  if (bound.date) return BoundDays{bound.date->First(), bound.date->First()};
  const std::optional<Date>& named = dates.Get(bound.name);
  if (!named) return std::nullopt;
  return BoundDays{named->First(), named->Last()};
}

/// Whether the named date is on or after `bound`.
ConditionValue OnOrAfter(std::string_view name, const model::DateBound& bound,
                         const NamedDates& dates) {
  const std::optional<Date>& at = dates.Get(name);
  if (!at) return Hangs(What::kDate, name);
  const std::optional<BoundDays> days = DaysOf(bound, dates);
  if (!days) return Hangs(What::kDate, bound.name);
  if (at->First() >= days->last) return {Truth::kTrue, {}};
  if (at->Last() < days->first) return {Truth::kFalse, {}};
  if (days->first != days->last && at->is_day()) {
    return Hangs(What::kImpreciseDate, bound.name, dates.Get(bound.name)->ToString());
  }
  return Hangs(What::kImpreciseDate, name, at->ToString());
}

}  // namespace

ConditionValue InRange(std::string_view named_date, const model::DateRange& range,
                       const NamedDates& dates) {
  ConditionValue value;
  if (!range.from.empty()) value = OnOrAfter(named_date, range.from, dates);
  if (range.before.empty()) return value;
  ConditionValue after = OnOrAfter(named_date, range.before, dates);
  after.truth = Not(after.truth);
  return Join(std::move(value), std::move(after), true);
}

ConditionValue Holds(const Condition& condition, const Circumstances& of_case,
                     const Asked& asked) {
  switch (condition.kind) {
    case Condition::Kind::kFact:
      return FactHolds(condition, of_case, asked);
    case Condition::Kind::kProcedure:
      if (!of_case.HasProcedures()) return Hangs(What::kProcedure, condition.name);
      return {Of(of_case.HasProcedure(condition.name, asked)), {}};
    case Condition::Kind::kDate:
      return DateHolds(condition, of_case.DatesOf(asked));
    case Condition::Kind::kContradiction:
      return {Of(of_case.HasContradiction(asked)), {}};
    case Condition::Kind::kNotified:
      return NotifiedHolds(condition, of_case, asked);
    case Condition::Kind::kNot: {
      if (condition.children.empty()) return {};
      ConditionValue value = Holds(condition.children.front(), of_case, asked);
      value.truth = Not(value.truth);
      return value;
    }
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
      break;
  }
  const bool all = condition.kind == Condition::Kind::kAll;
  ConditionValue value{Of(all), {}};
  for (const Condition& child : condition.children) {
    value = Join(std::move(value), Holds(child, of_case, asked), all);
  }
  return value;
}

}  // namespace dossier::evaluate
