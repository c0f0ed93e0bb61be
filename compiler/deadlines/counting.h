// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/deadlines/calendar.h"
#include "compiler/foundation/date.h"
#include "compiler/model/pack.h"

namespace dossier::deadlines {

/// The last day of a period that an event on `event` sets going.
///
/// Days and weeks count calendar days, holidays among them. A period of months or years ends on the
/// day with the number of the day of the event, or on the last of a month that has no such day;
/// when the day of the event is counted, on the day before. Then the last day rolls, if the reading
/// says so. Nothing when the period is not positive, ends after the year 9999, or the calendar has
/// no working day to roll to.
///
/// Source: Regulation (EEC, Euratom) No 1182/71, Article 3, for the forms of counting.
[[nodiscard]] std::optional<Day> LastDay(const Day& event, const model::Period& period,
                                         const model::Reading& reading, const WorkingDays& days);

/// The fewest and the most calendar days that a period can have, whenever it begins. `most` is
/// empty for working days: holidays may come in any number.
struct CalendarDays {
  int fewest = 0;
  std::optional<int> most;
};
[[nodiscard]] CalendarDays LengthOf(const model::Period& period);

/// "14 days", "1 month", "10 working days".
[[nodiscard]] std::string WordsOf(const model::Period& period);
/// "14 days, the day itself not counted, moved to the next working day (calendar lt)".
[[nodiscard]] std::string WordsOf(const model::Period& period, const model::Reading& reading);

}  // namespace dossier::deadlines
