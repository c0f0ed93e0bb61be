// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/foundation/date.h"
#include "compiler/model/pack.h"

namespace dossier::deadlines {

/// Easter Sunday of the western churches in a year of the Gregorian calendar (the computus of
/// Meeus, Jones and Butcher, exact for every year).
[[nodiscard]] Day EasterSunday(int year);

/// Monday is 1, Sunday is 7.
[[nodiscard]] int IsoWeekday(const Day& day);

/// Which days are working days.
class WorkingDays {
 public:
  /// Nothing: only Saturdays and Sundays are no working days. The calendar outlives this.
  explicit WorkingDays(const model::Calendar* calendar = nullptr) : calendar_(calendar) {}

  [[nodiscard]] bool Has(const Day& day) const;
  /// `day` itself or the next working day; nothing for a calendar that has none within a year.
  [[nodiscard]] std::optional<Day> OnOrAfter(const Day& day) const;

 private:
  const model::Calendar* calendar_;
};

}  // namespace dossier::deadlines
