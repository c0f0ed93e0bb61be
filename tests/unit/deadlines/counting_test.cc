// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/counting.h"

#include <gtest/gtest.h>

#include "tests/unit/deadlines/lithuania.h"

namespace dossier::deadlines {
namespace {

using testing::Lithuania;
using testing::OfText;
using Unit = model::Period::Unit;

constexpr Unit kUnits[] = {Unit::kDays, Unit::kWorkingDays, Unit::kWeeks, Unit::kMonths,
                           Unit::kYears};

std::optional<Day> Count(const Day& event, Unit unit, int count, bool excluded, bool roll) {
  static const model::Calendar kCalendar = Lithuania();
  const model::Reading reading{.calendar = "lt", .event_day_excluded = excluded, .roll = roll};
  return LastDay(event, {.unit = unit, .count = count}, reading, WorkingDays(&kCalendar));
}

struct Row {
  const char* event;
  Unit unit;
  int count;
  bool excluded;
  bool roll;
  const char* last;
};

// Computed with Python's datetime and a list of holidays of its own, with Easter by Oudin's rule.
constexpr Row kRows[] = {
    {"2024-10-02", Unit::kMonths, 1, true, true, "2024-11-04"},
    {"2024-10-02", Unit::kMonths, 1, false, false, "2024-11-01"},
    {"2024-10-02", Unit::kDays, 7, true, true, "2024-10-09"},
    {"2024-10-02", Unit::kDays, 7, true, false, "2024-10-09"},
    {"2024-10-02", Unit::kWorkingDays, 7, true, true, "2024-10-11"},
    {"2024-10-02", Unit::kWorkingDays, 7, false, true, "2024-10-10"},
    {"2024-10-02", Unit::kYears, 4, true, true, "2028-10-02"},
    {"2024-10-02", Unit::kYears, 4, false, false, "2028-10-01"},
    {"2024-10-02", Unit::kDays, 1, true, true, "2024-10-03"},
    {"2024-10-02", Unit::kDays, 1, true, false, "2024-10-03"},
    {"2024-10-02", Unit::kDays, 5, true, true, "2024-10-07"},
    {"2024-10-02", Unit::kDays, 5, false, false, "2024-10-06"},
    {"2024-10-18", Unit::kWorkingDays, 7, true, true, "2024-10-29"},
    {"2024-10-18", Unit::kWorkingDays, 7, true, false, "2024-10-29"},
    {"2024-10-18", Unit::kDays, 1, true, true, "2024-10-21"},
    {"2024-10-18", Unit::kDays, 1, true, false, "2024-10-19"},
    {"2024-10-18", Unit::kDays, 5, true, true, "2024-10-23"},
    {"2024-10-18", Unit::kDays, 5, false, false, "2024-10-22"},
    {"2024-10-18", Unit::kYears, 4, true, true, "2028-10-18"},
    {"2024-10-18", Unit::kYears, 4, false, true, "2028-10-17"},
    {"2024-10-18", Unit::kMonths, 3, true, true, "2025-01-20"},
    {"2024-10-18", Unit::kMonths, 3, true, false, "2025-01-18"},
    {"2024-10-18", Unit::kMonths, 6, true, true, "2025-04-18"},
    {"2024-10-18", Unit::kMonths, 6, false, false, "2025-04-17"},
    {"2024-12-10", Unit::kDays, 14, true, true, "2024-12-27"},
    {"2024-12-10", Unit::kDays, 14, false, false, "2024-12-23"},
    {"2024-12-10", Unit::kYears, 4, true, true, "2028-12-11"},
    {"2024-12-10", Unit::kYears, 4, false, false, "2028-12-09"},
    {"2024-12-10", Unit::kMonths, 1, true, true, "2025-01-10"},
    {"2024-12-10", Unit::kMonths, 1, false, true, "2025-01-09"},
    {"2024-12-10", Unit::kMonths, 6, true, true, "2025-06-10"},
    {"2024-12-10", Unit::kMonths, 6, true, false, "2025-06-10"},
    {"2024-12-10", Unit::kWeeks, 2, true, true, "2024-12-27"},
    {"2024-12-10", Unit::kWeeks, 2, true, false, "2024-12-24"},
    {"2024-12-10", Unit::kDays, 1, true, true, "2024-12-11"},
    {"2024-12-10", Unit::kDays, 1, true, false, "2024-12-11"},
    {"2024-03-15", Unit::kDays, 30, true, true, "2024-04-15"},
    {"2024-03-15", Unit::kDays, 30, false, false, "2024-04-13"},
    {"2024-03-15", Unit::kYears, 4, true, true, "2028-03-15"},
    {"2024-03-15", Unit::kYears, 4, false, true, "2028-03-14"},
    {"2024-03-15", Unit::kWorkingDays, 7, true, true, "2024-03-26"},
    {"2024-03-15", Unit::kWorkingDays, 7, false, false, "2024-03-25"},
    {"2024-03-15", Unit::kDays, 7, true, true, "2024-03-22"},
    {"2024-03-15", Unit::kDays, 7, false, false, "2024-03-21"},
    {"2024-03-15", Unit::kWeeks, 1, true, true, "2024-03-22"},
    {"2024-03-15", Unit::kWeeks, 1, true, false, "2024-03-22"},
    {"2024-03-15", Unit::kDays, 5, true, true, "2024-03-20"},
    {"2024-03-15", Unit::kDays, 5, true, false, "2024-03-20"},
    {"2024-01-31", Unit::kWorkingDays, 7, true, true, "2024-02-09"},
    {"2024-01-31", Unit::kWorkingDays, 7, false, false, "2024-02-08"},
    {"2024-01-31", Unit::kWorkingDays, 3, true, true, "2024-02-05"},
    {"2024-01-31", Unit::kWorkingDays, 3, true, false, "2024-02-05"},
    {"2024-01-31", Unit::kDays, 5, true, true, "2024-02-05"},
    {"2024-01-31", Unit::kDays, 5, false, false, "2024-02-04"},
    {"2024-01-31", Unit::kWeeks, 1, true, true, "2024-02-07"},
    {"2024-01-31", Unit::kWeeks, 1, true, false, "2024-02-07"},
    {"2024-01-31", Unit::kMonths, 2, true, true, "2024-04-02"},
    {"2024-01-31", Unit::kMonths, 2, false, true, "2024-04-02"},
    {"2024-01-31", Unit::kMonths, 6, true, true, "2024-07-31"},
    {"2024-01-31", Unit::kMonths, 6, false, false, "2024-07-30"},
    {"2023-01-31", Unit::kMonths, 6, true, true, "2023-07-31"},
    {"2023-01-31", Unit::kMonths, 6, false, true, "2023-07-31"},
    {"2023-01-31", Unit::kMonths, 3, true, true, "2023-05-02"},
    {"2023-01-31", Unit::kMonths, 3, false, true, "2023-05-02"},
    {"2023-01-31", Unit::kWorkingDays, 3, true, true, "2023-02-03"},
    {"2023-01-31", Unit::kWorkingDays, 3, true, false, "2023-02-03"},
    {"2023-01-31", Unit::kWorkingDays, 10, true, true, "2023-02-14"},
    {"2023-01-31", Unit::kWorkingDays, 10, true, false, "2023-02-14"},
    {"2023-01-31", Unit::kWeeks, 2, true, true, "2023-02-14"},
    {"2023-01-31", Unit::kWeeks, 2, false, false, "2023-02-13"},
    {"2023-01-31", Unit::kYears, 1, true, true, "2024-01-31"},
    {"2023-01-31", Unit::kYears, 1, true, false, "2024-01-31"},
    {"2024-02-29", Unit::kDays, 7, true, true, "2024-03-07"},
    {"2024-02-29", Unit::kDays, 7, false, false, "2024-03-06"},
    {"2024-02-29", Unit::kWeeks, 2, true, true, "2024-03-14"},
    {"2024-02-29", Unit::kWeeks, 2, false, true, "2024-03-13"},
    {"2024-02-29", Unit::kDays, 30, true, true, "2024-04-02"},
    {"2024-02-29", Unit::kDays, 30, false, true, "2024-03-29"},
    {"2024-02-29", Unit::kWeeks, 1, true, true, "2024-03-07"},
    {"2024-02-29", Unit::kWeeks, 1, false, false, "2024-03-06"},
    {"2024-02-29", Unit::kWorkingDays, 10, true, true, "2024-03-15"},
    {"2024-02-29", Unit::kWorkingDays, 10, true, false, "2024-03-15"},
    {"2024-02-29", Unit::kWorkingDays, 3, true, true, "2024-03-05"},
    {"2024-02-29", Unit::kWorkingDays, 3, true, false, "2024-03-05"},
    {"2019-10-19", Unit::kMonths, 6, true, true, "2020-04-20"},
    {"2019-10-19", Unit::kMonths, 6, false, true, "2020-04-20"},
    {"2019-10-19", Unit::kDays, 7, true, true, "2019-10-28"},
    {"2019-10-19", Unit::kDays, 7, true, false, "2019-10-26"},
    {"2019-10-19", Unit::kMonths, 3, true, true, "2020-01-20"},
    {"2019-10-19", Unit::kMonths, 3, false, false, "2020-01-18"},
    {"2019-10-19", Unit::kWorkingDays, 3, true, true, "2019-10-23"},
    {"2019-10-19", Unit::kWorkingDays, 3, true, false, "2019-10-23"},
    {"2019-10-19", Unit::kYears, 1, true, true, "2020-10-19"},
    {"2019-10-19", Unit::kYears, 1, false, false, "2020-10-18"},
    {"2019-10-19", Unit::kWorkingDays, 10, true, true, "2019-11-04"},
    {"2019-10-19", Unit::kWorkingDays, 10, false, false, "2019-11-04"},
    {"2020-10-19", Unit::kMonths, 1, true, true, "2020-11-19"},
    {"2020-10-19", Unit::kMonths, 1, false, false, "2020-11-18"},
    {"2020-10-19", Unit::kWorkingDays, 3, true, true, "2020-10-22"},
    {"2020-10-19", Unit::kWorkingDays, 3, false, true, "2020-10-21"},
    {"2020-10-19", Unit::kMonths, 2, true, true, "2020-12-21"},
    {"2020-10-19", Unit::kMonths, 2, true, false, "2020-12-19"},
    {"2020-10-19", Unit::kYears, 1, true, true, "2021-10-19"},
    {"2020-10-19", Unit::kYears, 1, true, false, "2021-10-19"},
    {"2020-10-19", Unit::kWeeks, 2, true, true, "2020-11-03"},
    {"2020-10-19", Unit::kWeeks, 2, false, true, "2020-11-03"},
    {"2020-10-19", Unit::kWorkingDays, 10, true, true, "2020-11-03"},
    {"2020-10-19", Unit::kWorkingDays, 10, false, true, "2020-10-30"},
    {"2024-12-23", Unit::kDays, 7, true, true, "2024-12-30"},
    {"2024-12-23", Unit::kDays, 7, false, false, "2024-12-29"},
    {"2024-12-23", Unit::kDays, 1, true, true, "2024-12-27"},
    {"2024-12-23", Unit::kDays, 1, false, false, "2024-12-23"},
    {"2024-12-23", Unit::kMonths, 2, true, true, "2025-02-24"},
    {"2024-12-23", Unit::kMonths, 2, false, true, "2025-02-24"},
    {"2024-12-23", Unit::kMonths, 6, true, true, "2025-06-23"},
    {"2024-12-23", Unit::kMonths, 6, false, true, "2025-06-23"},
    {"2024-12-23", Unit::kDays, 30, true, true, "2025-01-22"},
    {"2024-12-23", Unit::kDays, 30, false, false, "2025-01-21"},
    {"2024-12-23", Unit::kMonths, 1, true, true, "2025-01-23"},
    {"2024-12-23", Unit::kMonths, 1, false, true, "2025-01-22"},
    {"2025-04-04", Unit::kMonths, 2, true, true, "2025-06-04"},
    {"2025-04-04", Unit::kMonths, 2, true, false, "2025-06-04"},
    {"2025-04-04", Unit::kDays, 1, true, true, "2025-04-07"},
    {"2025-04-04", Unit::kDays, 1, false, true, "2025-04-04"},
    {"2025-04-04", Unit::kWorkingDays, 10, true, true, "2025-04-18"},
    {"2025-04-04", Unit::kWorkingDays, 10, true, false, "2025-04-18"},
    {"2025-04-04", Unit::kWorkingDays, 3, true, true, "2025-04-09"},
    {"2025-04-04", Unit::kWorkingDays, 3, true, false, "2025-04-09"},
    {"2025-04-04", Unit::kDays, 7, true, true, "2025-04-11"},
    {"2025-04-04", Unit::kDays, 7, false, true, "2025-04-10"},
    {"2025-04-04", Unit::kWeeks, 2, true, true, "2025-04-18"},
    {"2025-04-04", Unit::kWeeks, 2, true, false, "2025-04-18"},
    {"2024-05-31", Unit::kWorkingDays, 10, true, true, "2024-06-14"},
    {"2024-05-31", Unit::kWorkingDays, 10, false, true, "2024-06-13"},
    {"2024-05-31", Unit::kWorkingDays, 7, true, true, "2024-06-11"},
    {"2024-05-31", Unit::kWorkingDays, 7, false, true, "2024-06-10"},
    {"2024-05-31", Unit::kYears, 1, true, true, "2025-06-02"},
    {"2024-05-31", Unit::kYears, 1, false, false, "2025-05-30"},
    {"2024-05-31", Unit::kYears, 4, true, true, "2028-05-31"},
    {"2024-05-31", Unit::kYears, 4, false, true, "2028-05-30"},
    {"2024-05-31", Unit::kDays, 5, true, true, "2024-06-05"},
    {"2024-05-31", Unit::kDays, 5, true, false, "2024-06-05"},
    {"2024-05-31", Unit::kDays, 7, true, true, "2024-06-07"},
    {"2024-05-31", Unit::kDays, 7, false, true, "2024-06-06"},
    {"2024-03-01", Unit::kWeeks, 1, true, true, "2024-03-08"},
    {"2024-03-01", Unit::kWeeks, 1, true, false, "2024-03-08"},
    {"2024-03-01", Unit::kMonths, 2, true, true, "2024-05-02"},
    {"2024-03-01", Unit::kMonths, 2, true, false, "2024-05-01"},
    {"2024-03-01", Unit::kWorkingDays, 7, true, true, "2024-03-13"},
    {"2024-03-01", Unit::kWorkingDays, 7, true, false, "2024-03-13"},
    {"2024-03-01", Unit::kWorkingDays, 3, true, true, "2024-03-06"},
    {"2024-03-01", Unit::kWorkingDays, 3, true, false, "2024-03-06"},
    {"2024-03-01", Unit::kMonths, 1, true, true, "2024-04-02"},
    {"2024-03-01", Unit::kMonths, 1, true, false, "2024-04-01"},
    {"2024-03-01", Unit::kMonths, 6, true, true, "2024-09-02"},
    {"2024-03-01", Unit::kMonths, 6, true, false, "2024-09-01"},
    {"2026-06-12", Unit::kWorkingDays, 10, true, true, "2026-06-29"},
    {"2026-06-12", Unit::kWorkingDays, 10, false, true, "2026-06-26"},
    {"2026-06-12", Unit::kDays, 1, true, true, "2026-06-15"},
    {"2026-06-12", Unit::kDays, 1, true, false, "2026-06-13"},
    {"2026-06-12", Unit::kYears, 4, true, true, "2030-06-12"},
    {"2026-06-12", Unit::kYears, 4, true, false, "2030-06-12"},
    {"2026-06-12", Unit::kWeeks, 2, true, true, "2026-06-26"},
    {"2026-06-12", Unit::kWeeks, 2, false, true, "2026-06-25"},
    {"2026-06-12", Unit::kDays, 7, true, true, "2026-06-19"},
    {"2026-06-12", Unit::kDays, 7, false, false, "2026-06-18"},
    {"2026-06-12", Unit::kDays, 30, true, true, "2026-07-13"},
    {"2026-06-12", Unit::kDays, 30, false, true, "2026-07-13"},
};

TEST(LastDayTest, AgreesWithAnotherProgram) {
  for (const Row& row : kRows) {
    const std::optional<Day> last =
        Count(OfText(row.event), row.unit, row.count, row.excluded, row.roll);
    ASSERT_TRUE(last);
    EXPECT_EQ(Date::Of(*last).ToString(), row.last)
        << row.event << " + " << WordsOf({.unit = row.unit, .count = row.count})
        << (row.excluded ? "" : ", event day counted") << (row.roll ? ", rolled" : "");
  }
}

TEST(LastDayTest, AMonthFromTheFirstWithTheDayCountedIsThatMonth) {
  EXPECT_EQ(
      Date::Of(Count(OfText("2024-03-01"), Unit::kMonths, 1, false, false).value()).ToString(),
      "2024-03-31");
}

TEST(LastDayTest, LongerNeverEndsEarlierAndRollNeverLandsOnAHoliday) {
  const model::Calendar calendar = Lithuania();
  const WorkingDays days(&calendar);
  for (std::int64_t at = DayNumber(OfText("2023-12-01")); at < DayNumber(OfText("2025-03-01"));
       ++at) {
    const Day event = FromDayNumber(at);
    for (const Unit unit : kUnits) {
      for (const bool excluded : {true, false}) {
        Day before = event;
        for (int count = 1; count <= 40; ++count) {
          const Day plain = Count(event, unit, count, excluded, false).value();
          const Day rolled = Count(event, unit, count, excluded, true).value();
          ASSERT_GE(plain, before) << Date::Of(event).ToString() << " " << count;
          ASSERT_GE(rolled, plain);
          ASSERT_TRUE(days.Has(rolled));
          ASSERT_TRUE(unit != Unit::kWorkingDays || plain == rolled);
          before = plain;
        }
      }
    }
  }
}

TEST(LastDayTest, CountingTheEventDayNeverEndsLater) {
  for (std::int64_t at = DayNumber(OfText("2024-01-01")); at < DayNumber(OfText("2024-12-31"));
       ++at) {
    for (const Unit unit : kUnits) {
      ASSERT_LE(Count(FromDayNumber(at), unit, 2, false, false).value(),
                Count(FromDayNumber(at), unit, 2, true, false).value());
    }
  }
}

TEST(LastDayTest, WhatCannotBeCountedGivesNothing) {
  const Day event = OfText("2024-10-02");
  for (const Unit unit : kUnits) {
    EXPECT_FALSE(Count(event, unit, 0, true, true));
    EXPECT_FALSE(Count(event, unit, -3, true, true));
    EXPECT_FALSE(Count(event, unit, 2147483647, true, true));
  }
  EXPECT_FALSE(Count(OfText("9999-12-31"), Unit::kDays, 1, true, false));
  EXPECT_FALSE(Count(OfText("9999-12-30"), Unit::kWorkingDays, 5, true, false));
  model::Calendar closed;
  closed.weekend = {1, 2, 3, 4, 5, 6, 7};
  const model::Reading reading{.calendar = "", .event_day_excluded = true, .roll = true};
  EXPECT_FALSE(LastDay(event, {.unit = Unit::kDays, .count = 3}, reading, WorkingDays(&closed)));
}

TEST(LengthOfTest, HoldsWheneverThePeriodBegins) {
  for (const Unit unit : {Unit::kDays, Unit::kWeeks, Unit::kMonths, Unit::kYears}) {
    for (int count = 1; count <= 24; ++count) {
      const CalendarDays length = LengthOf({.unit = unit, .count = count});
      for (std::int64_t at = DayNumber(OfText("2023-01-01")); at < DayNumber(OfText("2024-12-31"));
           at += 3) {
        const Day last = Count(FromDayNumber(at), unit, count, true, false).value();
        ASSERT_GE(DayNumber(last) - at, length.fewest);
        ASSERT_LE(DayNumber(last) - at, length.most.value());
      }
    }
  }
}

TEST(WordsOfTest, SayHowItWasCounted) {
  const model::Reading reading{.calendar = "lt", .event_day_excluded = true, .roll = true};
  EXPECT_EQ(WordsOf({.unit = Unit::kDays, .count = 14}, reading),
            "14 days, the day itself not counted, moved to the next working day (calendar lt)");
  const model::Reading plain{.calendar = "lt", .event_day_excluded = false, .roll = false};
  EXPECT_EQ(WordsOf({.unit = Unit::kMonths, .count = 1}, plain),
            "1 month, the day itself counted, not moved to a working day");
  EXPECT_EQ(WordsOf({.unit = Unit::kWorkingDays, .count = 3}), "3 working days");
}

}  // namespace
}  // namespace dossier::deadlines
