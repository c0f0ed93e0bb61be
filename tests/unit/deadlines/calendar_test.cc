// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/calendar.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/deadlines/lithuania.h"

namespace dossier::deadlines {
namespace {

using testing::Lithuania;
using testing::OfText;

std::string Words(const Day& day) { return Date::Of(day).ToString(); }

TEST(EasterTest, KnownYears) {
  // The earliest and the latest that there are, and years that almanacs print.
  for (const char* day : {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
                          "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20",
                          "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
    EXPECT_EQ(Words(EasterSunday(OfText(day).year)), day);
  }
}

/// Gauss's rule with its two exceptions, which shares nothing with the computus of the program.
Day EasterByGauss(int year) {
  const int k = year / 100;
  const int p = (13 + 8 * k) / 25;
  const int q = k / 4;
  const int m = (15 - p + k - q) % 30;
  const int n = (4 + k - q) % 7;
  const int d = (19 * (year % 19) + m) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  if (d == 29 && e == 6) return {.year = year, .month = 4, .day = 19};
  if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) return {.year = year, .month = 4, .day = 18};
  const int march = 22 + d + e;
  return {.year = year, .month = march > 31 ? 4 : 3, .day = march > 31 ? march - 31 : march};
}

TEST(EasterTest, AgreesWithGaussInEveryYear) {
  for (int year = 1583; year <= 9999; ++year) {
    ASSERT_EQ(Words(EasterSunday(year)), Words(EasterByGauss(year)));
    ASSERT_EQ(IsoWeekday(EasterSunday(year)), 7) << year;
  }
}

TEST(IsoWeekdayTest, KnownDays) {
  EXPECT_EQ(IsoWeekday(OfText("1970-01-01")), 4);
  EXPECT_EQ(IsoWeekday(OfText("1969-12-31")), 3);
  EXPECT_EQ(IsoWeekday(OfText("2024-02-29")), 4);
  EXPECT_EQ(IsoWeekday(OfText("1900-01-01")), 1);
  EXPECT_EQ(IsoWeekday(OfText("2000-01-01")), 6);
}

TEST(WorkingDaysTest, LithuanianYear) {
  // Every holiday of 2024 that falls on a weekday, from printed calendars.
  const model::Calendar calendar = Lithuania();
  std::vector<std::string> holidays;
  for (Day day = OfText("2024-01-01"); day.year == 2024; day = FromDayNumber(DayNumber(day) + 1)) {
    if (IsoWeekday(day) < 6 && !WorkingDays(&calendar).Has(day)) holidays.push_back(Words(day));
  }
  EXPECT_EQ(holidays,
            (std::vector<std::string>{"2024-01-01", "2024-02-16", "2024-03-11", "2024-04-01",
                                      "2024-05-01", "2024-06-24", "2024-08-15", "2024-11-01",
                                      "2024-12-24", "2024-12-25", "2024-12-26"}));
}

TEST(WorkingDaysTest, AHolidayHoldsFromItsFirstYear) {
  const model::Calendar calendar = Lithuania();
  const WorkingDays days(&calendar);
  EXPECT_FALSE(days.Has(OfText("2020-11-02")));  // a Monday
  EXPECT_TRUE(days.Has(OfText("2018-11-02")));   // a Friday, before the day was a holiday
}

TEST(WorkingDaysTest, AHolidayEndsWithItsLastYear) {
  model::Calendar calendar;
  calendar.fixed.push_back({.month = 5, .day = 9, .from_year = {}, .to_year = 2024});
  EXPECT_FALSE(WorkingDays(&calendar).Has(OfText("2023-05-09")));
  EXPECT_TRUE(WorkingDays(&calendar).Has(OfText("2024-05-09")));
}

TEST(WorkingDaysTest, NthWeekdayOutsideTheWeekend) {
  model::Calendar calendar;
  calendar.nth.push_back({.month = 11, .weekday = 4, .n = 4});
  EXPECT_FALSE(WorkingDays(&calendar).Has(OfText("2024-11-28")));
  EXPECT_TRUE(WorkingDays(&calendar).Has(OfText("2024-11-21")));
}

TEST(WorkingDaysTest, EasterOffsetsReachBackAndAhead) {
  model::Calendar calendar;
  calendar.easter = {-2, 39};  // Good Friday, Ascension
  EXPECT_FALSE(WorkingDays(&calendar).Has(OfText("2024-03-29")));
  EXPECT_FALSE(WorkingDays(&calendar).Has(OfText("2024-05-09")));
  EXPECT_TRUE(WorkingDays(&calendar).Has(OfText("2024-04-01")));
}

TEST(WorkingDaysTest, WithoutACalendarOnlyWeekendsAreFree) {
  const WorkingDays days;
  EXPECT_TRUE(days.Has(OfText("2024-12-25")));
  EXPECT_EQ(Words(days.OnOrAfter(OfText("2024-10-05")).value()), "2024-10-07");
  EXPECT_EQ(Words(days.OnOrAfter(OfText("2024-10-04")).value()), "2024-10-04");
}

TEST(WorkingDaysTest, ACalendarWithoutWorkingDaysEndsTheSearch) {
  model::Calendar calendar;
  calendar.weekend = {1, 2, 3, 4, 5, 6, 7};
  EXPECT_FALSE(WorkingDays(&calendar).OnOrAfter(OfText("2024-10-05")));
}

}  // namespace
}  // namespace dossier::deadlines
