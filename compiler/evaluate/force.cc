// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/force.h"

#include <utility>

namespace dossier::evaluate {

Applicability IsInForce(const model::Criterion& criterion, const NamedDates& dates) {
  Applicability state;
  state.reads = criterion.reads.empty() ? std::string_view("filing") : criterion.reads;
  const bool ranged = criterion.from || criterion.to;
  // A rule on one side of a choice of law stands in time as well.
  if (ranged || criterion.law) state.at = dates.Get(state.reads);
  if (!ranged) return state;
  if (!state.at) {
    state.date_missing = true;
    return state;
  }
  state.in_force = Compare(*state.at, criterion.from, criterion.to);
  const std::string on = " on " + state.at->ToString() + " (" + std::string(state.reads) + ")";
  if (state.in_force == InForce::kNotYet) {
    state.applies = false;
    state.reason = "not yet in force" + on + ": in force from " + criterion.from->ToString();
  } else if (state.in_force == InForce::kNoLonger) {
    state.applies = false;
    state.reason = "no longer in force" + on + ": in force before " + criterion.to->ToString();
  }
  return state;
}

void ReadCondition(const model::Criterion& criterion, const Circumstances& of_case,
                   const Asked& asked, Applicability& state) {
  if (!criterion.when) return;
  ConditionValue value = Holds(*criterion.when, of_case, asked);
  for (Undecided& one : value.undecided) {
    state.doubts.push_back({std::move(one), "the rule is taken to apply"});
  }
  if (value.truth != Truth::kFalse) return;
  state.applies = false;
  state.reason = "its condition does not hold: " + WhyHolds(*criterion.when, of_case, asked);
}

bool CertainlyApplies(const model::Criterion& criterion, const Circumstances& of_case,
                      const Asked& asked) {
  Applicability state = IsInForce(criterion, of_case.DatesOf(asked));
  if (!state.applies || state.date_missing || state.in_force != InForce::kYes) return false;
  ReadCondition(criterion, of_case, asked, state);
  return state.applies && state.doubts.empty();
}

}  // namespace dossier::evaluate
