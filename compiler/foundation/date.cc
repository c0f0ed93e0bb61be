// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/date.h"

#include <algorithm>
#include <cstdio>

namespace dossier {
namespace {

bool IsLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Reads exactly `digits` digits at `at`; -1 when they are not there.
int ReadNumber(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// RFC 3339 section 5.6, without fractions of a second.
bool IsTime(std::string_view text) {
  const int hour = ReadNumber(text, 1, 2);
  const int minute = ReadNumber(text, 4, 2);
  const int second = ReadNumber(text, 7, 2);
  if (text.size() < 10 || text[3] != ':' || text[6] != ':') return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  const std::string_view zone = text.substr(9);
  if (zone == "Z") return true;
  return zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' &&
         ReadNumber(zone, 1, 2) >= 0 && ReadNumber(zone, 1, 2) < 24 && ReadNumber(zone, 4, 2) >= 0 &&
         ReadNumber(zone, 4, 2) < 60;
}

}  // namespace

int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && IsLeap(year) ? 29 : kDays[month - 1];
}

// Howard Hinnant's days-from-civil arithmetic, which is exact for every year.
std::int64_t DayNumber(const Day& day) {
  const std::int64_t y = day.month <= 2 ? day.year - 1 : day.year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Day FromDayNumber(std::int64_t number) {
  const std::int64_t z = number + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {.year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
          .month = static_cast<int>(month),
          .day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

Day AddMonths(const Day& day, int months) {
  const int index = day.year * 12 + (day.month - 1) + months;
  const int year = index >= 0 ? index / 12 : (index - 11) / 12;
  const int month = index - year * 12 + 1;
  return {.year = year, .month = month, .day = std::min(day.day, DaysInMonth(year, month))};
}

std::optional<Date> Date::Parse(std::string_view text) {
  Date date;
  date.year_ = ReadNumber(text, 0, 4);
  if (date.year_ < 1) return std::nullopt;
  if (text.size() == 4) return date;
  date.month_ = ReadNumber(text, 5, 2);
  if (text[4] != '-' || date.month_ < 1 || date.month_ > 12) return std::nullopt;
  if (text.size() == 7) return date;
  date.day_ = ReadNumber(text, 8, 2);
  if (text[7] != '-' || date.day_ < 1 || date.day_ > DaysInMonth(date.year_, date.month_)) {
    return std::nullopt;
  }
  if (text.size() == 10) return date;
  date.time_ = text.substr(10);
  if (date.time_[0] != 'T' || !IsTime(date.time_)) return std::nullopt;
  return date;
}

Date Date::Of(const Day& day) {
  Date date;
  date.year_ = day.year;
  date.month_ = day.month;
  date.day_ = day.day;
  return date;
}

Day Date::First() const {
  return {.year = year_, .month = month_ == 0 ? 1 : month_, .day = day_ == 0 ? 1 : day_};
}

Day Date::Last() const {
  const int month = month_ == 0 ? 12 : month_;
  return {.year = year_, .month = month, .day = day_ == 0 ? DaysInMonth(year_, month) : day_};
}

std::string Date::ToString() const {
  char buffer[64];
  if (month_ == 0) {
    std::snprintf(buffer, sizeof buffer, "%04d", year_);
  } else if (day_ == 0) {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", year_, month_);
  } else {
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year_, month_, day_);
  }
  return buffer + time_;
}

}  // namespace dossier
