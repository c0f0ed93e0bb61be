// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/counting.h"

#include <algorithm>

#include "compiler/evaluate/wording.h"

namespace dossier::deadlines {
namespace {

using model::Period;
using Unit = model::Period::Unit;

constexpr int kLastYear = 9999;
/// More than any period in days could need; keeps the arithmetic far from its limits.
constexpr int kMostDays = 366 * kLastYear;
constexpr int kMostWorkingDays = 40000;

std::optional<Day> AfterDays(const Day& event, std::int64_t days) {
  const Day last = FromDayNumber(DayNumber(event) + days);
  if (last.year > kLastYear) return std::nullopt;
  return last;
}

std::optional<Day> AfterMonths(const Day& event, int months, bool event_day_excluded) {
  Day last = AddMonths(event, months);
  if (!event_day_excluded) {
    // The day before the day of the same number; from the first of a month, the end of the month
    // before, however long that is.
    if (event.day == 1) return AfterDays(last, -1);
    last.day = std::min(event.day - 1, DaysInMonth(last.year, last.month));
  }
  if (last.year > kLastYear) return std::nullopt;
  return last;
}

std::optional<Day> AfterWorkingDays(const Day& event, int count, bool event_day_excluded,
                                    const WorkingDays& days) {
  std::optional<Day> last = AfterDays(event, event_day_excluded ? 1 : 0);
  for (int counted = 0; last; ++counted) {
    last = days.OnOrAfter(*last);
    if (!last || last->year > kLastYear) return std::nullopt;
    if (counted + 1 == count) return last;
    last = AfterDays(*last, 1);
  }
  return std::nullopt;
}

std::optional<Day> Unrolled(const Day& event, const Period& period, bool event_day_excluded,
                            const WorkingDays& days) {
  const int own_day = event_day_excluded ? 0 : 1;
  switch (period.unit) {
    case Unit::kDays:
      if (period.count > kMostDays) return std::nullopt;
      return AfterDays(event, period.count - own_day);
    case Unit::kWeeks:
      if (period.count > kMostDays / 7) return std::nullopt;
      return AfterDays(event, 7 * period.count - own_day);
    case Unit::kMonths:
      if (period.count > 12 * kLastYear) return std::nullopt;
      return AfterMonths(event, period.count, event_day_excluded);
    case Unit::kYears:
      if (period.count > kLastYear) return std::nullopt;
      return AfterMonths(event, 12 * period.count, event_day_excluded);
    case Unit::kWorkingDays:
      if (period.count > kMostWorkingDays) return std::nullopt;
      return AfterWorkingDays(event, period.count, event_day_excluded, days);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> LastDay(const Day& event, const Period& period, const model::Reading& reading,
                           const WorkingDays& days) {
  if (period.count < 1) return std::nullopt;
  const std::optional<Day> last = Unrolled(event, period, reading.event_day_excluded, days);
  if (!last || !reading.roll) return last;
  const std::optional<Day> rolled = days.OnOrAfter(*last);
  return rolled && rolled->year <= kLastYear ? rolled : std::nullopt;
}

CalendarDays LengthOf(const Period& period) {
  const int count = std::clamp(period.count, 0, kMostDays / 366);
  // Twelve months have 365 or 366 days, and any run of n months is within two days of its share of
  // them.
  const auto of_months = [](int months) {
    return CalendarDays{.fewest = months * 365 / 12 - 2, .most = months * 366 / 12 + 2};
  };
  switch (period.unit) {
    case Unit::kDays:
      return {.fewest = period.count, .most = period.count};
    case Unit::kWeeks:
      return {.fewest = 7 * count, .most = 7 * count};
    case Unit::kMonths:
      return of_months(count);
    case Unit::kYears:
      return of_months(12 * count);
    case Unit::kWorkingDays:
      return {.fewest = count, .most = std::nullopt};
  }
  return {};
}

std::string WordsOf(const Period& period) {
  std::string_view unit = "day";
  if (period.unit == Unit::kWorkingDays) unit = "working day";
  if (period.unit == Unit::kWeeks) unit = "week";
  if (period.unit == Unit::kMonths) unit = "month";
  if (period.unit == Unit::kYears) unit = "year";
  return evaluate::Count(period.count, unit);
}

std::string WordsOf(const Period& period, const model::Reading& reading) {
  std::string words = WordsOf(period);
  words += reading.event_day_excluded ? ", the day itself not counted" : ", the day itself counted";
  words += reading.roll ? ", moved to the next working day" : ", not moved to a working day";
  const bool asks_calendar = reading.roll || period.unit == Unit::kWorkingDays;
  if (asks_calendar && !reading.calendar.empty()) words += " (calendar " + reading.calendar + ")";
  return words;
}

}  // namespace dossier::deadlines
