// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

/// A day of the proleptic Gregorian calendar.
struct Day {
  int year = 0;
  int month = 1;
  int day = 1;

  friend constexpr auto operator<=>(const Day&, const Day&) = default;
};

/// Days since 1970-01-01.
[[nodiscard]] std::int64_t DayNumber(const Day& day);
[[nodiscard]] Day FromDayNumber(std::int64_t number);
[[nodiscard]] int DaysInMonth(int year, int month);
/// The same day `months` later (or earlier); the last of the month where the day does not exist.
[[nodiscard]] Day AddMonths(const Day& day, int months);

/// A calendar date as precise as the source states it: a year, a month, a day, or a day with a time.
///
/// Written `2023`, `2023-12`, `2023-12-21`, `2024-09-30T10:12:00Z`. A partial date stays partial: it
/// is the span of days from `First()` to `Last()`, and comparing two dates that overlap has no
/// answer. The time of day is kept as text and never compared.
class Date {
 public:
  /// Nothing when `text` is not of one of the four forms or names a day that does not exist.
  static std::optional<Date> Parse(std::string_view text);
  static Date Of(const Day& day);

  [[nodiscard]] Day First() const;
  [[nodiscard]] Day Last() const;
  [[nodiscard]] bool is_day() const { return day_ != 0; }
  [[nodiscard]] int year() const { return year_; }
  /// 0 when the month is not known.
  [[nodiscard]] int month() const { return month_; }
  /// 0 when the day is not known.
  [[nodiscard]] int day() const { return day_; }
  /// As written.
  [[nodiscard]] std::string ToString() const;

  /// True when every day of this lies before every day of `other`.
  [[nodiscard]] bool CertainlyBefore(const Date& other) const { return Last() < other.First(); }

  friend bool operator==(const Date&, const Date&) = default;

 private:
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
  std::string time_;  // with the leading T, or empty
};

}  // namespace dossier
