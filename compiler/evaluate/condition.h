// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/circumstances.h"
#include "compiler/model/condition.h"

namespace dossier::evaluate {

/// Kleene's three values: a fact that the case does not state is neither true nor false.
enum class Truth { kFalse, kUndecided, kTrue };

/// Something that a condition hangs on and that the case does not say, or not precisely enough.
struct Undecided {
  enum class What {
    kFact,           // not stated
    kNumber,         // stated, but no whole number
    kTruth,          // stated, but neither true nor false
    kProcedure,      // the case states no procedure at all
    kDate,           // not stated, or expected
    kImpreciseDate,  // stated too coarsely
  };
  What what = What::kFact;
  std::string_view name;  // fact, kind of procedure, named date
  std::string at;         // the imprecise date, as written
};

struct ConditionValue {
  Truth truth = Truth::kTrue;
  /// Why it is undecided, each thing once; empty otherwise.
  std::vector<Undecided> undecided;
};

/// Whether `condition` holds for whom it is asked of.
///
/// A procedure holds when the person has, or had, one of that kind; it is undecided only in a case
/// that states no procedure at all. Ranges of dates are half-open; a partial date that lies on both
/// sides of a bound is undecided. A fact that is asked for a number and is none is undecided.
[[nodiscard]] ConditionValue Holds(const model::Condition& condition, const Circumstances& of_case,
                                   const Asked& asked);

/// Where a range of dates stands: `kTrue` only when every day of the named date lies in it.
[[nodiscard]] ConditionValue InRange(std::string_view named_date, const model::DateRange& range,
                                     const NamedDates& dates);

/// The circumstances that make a condition true, or false, in words: "lodged 2022-03-15 is before
/// 2026-06-12". Never the value of a fact, which may be personal.
[[nodiscard]] std::string WhyHolds(const model::Condition& condition, const Circumstances& of_case,
                                   const Asked& asked);
/// The same for a range that certainly holds or certainly does not.
[[nodiscard]] std::string WhyInRange(std::string_view named_date, const model::DateRange& range,
                                     const NamedDates& dates);

}  // namespace dossier::evaluate
