// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/condition.h"
#include "compiler/model/rules.h"

namespace dossier::evaluate {

/// Something undecided, and what is done until it is known.
struct Doubt {
  Undecided what;
  std::string_view until_then;  // "the rule is taken to apply"
};

/// Whether a rule applies, and why it does not or may not.
struct Applicability {
  bool applies = true;
  InForce in_force = InForce::kYes;
  bool date_missing = false;
  std::string_view reads;   // named date
  std::optional<Date> at;   // its value
  std::vector<Doubt> doubts;
  std::string reason;       // of not applying
};

/// Whether `criterion` is in force on the date that it reads. Where the case does not say, it is.
[[nodiscard]] Applicability IsInForce(const model::Criterion& criterion, const NamedDates& dates);

/// Adds the condition of `criterion` to `state`. Depends on facts and dates, never on what is
/// filed. Where the case does not say, the rule applies.
void ReadCondition(const model::Criterion& criterion, const Circumstances& of_case,
                   const Asked& asked, Applicability& state);

/// Both, for a rule that must apply for certain: false as soon as anything is undecided.
[[nodiscard]] bool CertainlyApplies(const model::Criterion& criterion,
                                    const Circumstances& of_case, const Asked& asked);

}  // namespace dossier::evaluate
