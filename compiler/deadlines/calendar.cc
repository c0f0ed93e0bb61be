// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/calendar.h"

#include <algorithm>

namespace dossier::deadlines {
namespace {

using model::Calendar;

/// A calendar of a pack may leave no working day at all; a year without one ends the search.
constexpr int kLongestSearch = 366;

bool Is(const Calendar::Fixed& holiday, const Day& day) {
  return holiday.month == day.month && holiday.day == day.day &&
         (!holiday.from_year || day.year >= *holiday.from_year) &&
         (!holiday.to_year || day.year < *holiday.to_year);
}

bool Is(const Calendar::NthWeekday& holiday, const Day& day) {
  return holiday.month == day.month && holiday.weekday == IsoWeekday(day) &&
         holiday.n == (day.day - 1) / 7 + 1;
}

bool IsHoliday(const Calendar& calendar, const Day& day) {
  const auto is = [&](const auto& holiday) { return Is(holiday, day); };
  if (std::any_of(calendar.fixed.begin(), calendar.fixed.end(), is)) return true;
  if (std::any_of(calendar.nth.begin(), calendar.nth.end(), is)) return true;
  if (calendar.easter.empty()) return false;
  const std::int64_t after_easter = DayNumber(day) - DayNumber(EasterSunday(day.year));
  return std::find(calendar.easter.begin(), calendar.easter.end(), after_easter) !=
         calendar.easter.end();
}

}  // namespace

Day EasterSunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int of_century = year % 100;
  const int lunar = (8 * century + 13) / 25;
  const int epact = (19 * golden + century - century / 4 - lunar + 15) % 30;
  const int to_sunday =
      (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int index = epact + to_sunday - 7 * correction + 114;
  return {.year = year, .month = index / 31, .day = index % 31 + 1};
}

int IsoWeekday(const Day& day) {
  // 1970-01-01 was a Thursday.
  const std::int64_t from_monday = (DayNumber(day) + 3) % 7;
  return static_cast<int>((from_monday + 7) % 7) + 1;
}

bool WorkingDays::Has(const Day& day) const {
  static const Calendar kWeekends;
  const Calendar& calendar = calendar_ == nullptr ? kWeekends : *calendar_;
  const int weekday = IsoWeekday(day);
  if (std::find(calendar.weekend.begin(), calendar.weekend.end(), weekday) !=
      calendar.weekend.end()) {
    return false;
  }
  return !IsHoliday(calendar, day);
}

std::optional<Day> WorkingDays::OnOrAfter(const Day& day) const {
  const std::int64_t first = DayNumber(day);
  for (int ahead = 0; ahead <= kLongestSearch; ++ahead) {
    const Day candidate = FromDayNumber(first + ahead);
    if (Has(candidate)) return candidate;
  }
  return std::nullopt;
}

}  // namespace dossier::deadlines
