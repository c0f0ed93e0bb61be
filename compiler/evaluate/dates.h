// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/model/case.h"
#include "compiler/model/condition.h"

namespace dossier::evaluate {

using model::kNamedDates;

/// A named date set from outside (`--as-of NAME=DATE`).
using DateOverride = std::pair<std::string, Date>;

/// The named dates of one subject.
///
/// `filing` is the latest dated filing. The others come from the latest procedure that is the
/// subject's (a procedure without applicants is everybody's): the one lodged last, of those that
/// the dates do not order the later in the file, and a removal only when there is nothing else.
/// `decided`, `served` and `final` are those of its last decision, `removal` is the last stated.
/// While a subsequent application has no final decision, `final` is that of the procedure before
/// it. A date that is pending or absent has no value.
class NamedDates {
 public:
  enum class State { kStated, kPending, kAbsent };
  using Procedures = std::vector<const model::Procedure*>;

  NamedDates(const model::Header& header, std::string_view subject,
             const std::vector<DateOverride>& overrides);
  /// Of a subject whose procedures are known, in the order of the file.
  NamedDates(const model::Header& header, const Procedures& procedures,
             const std::vector<DateOverride>& overrides);

  /// Nothing for a date that the case does not state, and for a name that is not one. An empty name
  /// is `filing`.
  [[nodiscard]] const std::optional<Date>& Get(std::string_view name) const;
  /// `kPending` when the case says that the date is expected.
  [[nodiscard]] State StateOf(std::string_view name) const;

 private:
  void Set(std::string_view name, const model::CaseDate& date);
  void ReadFilings(const model::Header& header);
  void ReadProcedures(const Procedures& procedures);

  std::array<std::optional<Date>, kNamedDates.size()> dates_;
  std::array<bool, kNamedDates.size()> pending_{};
  std::optional<Date> none_;
};

/// Where a day stands against the half-open range [from, to) in which a rule is in force.
enum class InForce { kYes, kNotYet, kNoLonger, kUndecided };

/// `kUndecided` when `at` is not precise enough to say.
[[nodiscard]] InForce Compare(const Date& at, const std::optional<Date>& from,
                              const std::optional<Date>& to);

/// The first day on which something is still at most `months` old at every day of `at`.
[[nodiscard]] Day OldestFresh(const Date& at, int months);

}  // namespace dossier::evaluate
