// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/foundation/span.h"

namespace dossier::model {

/// The dates that rules may read, in the order in which they are listed.
inline constexpr std::array<std::string_view, 7> kNamedDates = {
    "filing", "lodged", "decided", "served", "hearing", "final", "removal"};

/// A day, or a named date of the case.
struct DateBound {
  std::optional<Date> date;
  std::string name;  // when `date` is empty

  [[nodiscard]] bool empty() const { return !date && name.empty(); }
};

/// A half-open range [from, before); an empty bound does not bind.
struct DateRange {
  DateBound from, before;

  [[nodiscard]] bool empty() const { return from.empty() && before.empty(); }
};

/// When a rule applies. Three-valued: what the case does not state is neither true nor false.
struct Condition {
  enum class Kind { kFact, kProcedure, kDate, kContradiction, kNotified, kAll, kAny, kNot };
  enum class DateState { kAny, kStated, kPending, kAbsent };
  Kind kind = Kind::kFact;
  std::string name;  // fact id, procedure kind, named date
  /// Fact: one of these words; empty when bounds are given.
  std::vector<std::string> values;
  std::optional<std::int64_t> at_least, at_most;  // fact, as a whole number
  DateRange range;                                // date
  DateState state = DateState::kAny;              // date
  std::vector<Condition> children;
  Span span;
};

}  // namespace dossier::model
