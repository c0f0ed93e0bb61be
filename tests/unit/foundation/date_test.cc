// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/date.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

TEST(DateTest, FourPrecisionsComeBackAsWritten) {
  for (const char* text : {"2023", "2023-12", "2023-12-21", "2024-09-30T10:12:00Z", "2024-09-30T10:12:00+03:00"}) {
    const auto date = Date::Parse(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->ToString(), text);
  }
}

TEST(DateTest, DaysThatDoNotExistAreRefused) {
  for (const char* text : {"2026-02-30", "2023-02-29", "2023-13", "2023-00", "2023-1-2", "23", "20231", "2023-12-",
                           "2023-12-21T", "2023-12-21T25:00:00Z", "2023-12-21 10:00", "2023-12-21T10:00", "0000", "x023", ""}) {
    EXPECT_FALSE(Date::Parse(text)) << text;
  }
  EXPECT_TRUE(Date::Parse("2024-02-29"));
}

TEST(DateTest, APartialDateIsASpanOfDays) {
  EXPECT_EQ(Date::Parse("2024-02")->Last(), (Day{2024, 2, 29}));
  EXPECT_EQ(Date::Parse("2023")->First(), (Day{2023, 1, 1}));
  EXPECT_TRUE(Date::Parse("2023")->CertainlyBefore(*Date::Parse("2024-01")));
  EXPECT_FALSE(Date::Parse("2023")->CertainlyBefore(*Date::Parse("2023-12-31")));
}

TEST(DateTest, DayNumbersAreContinuousAndComeBack) {
  std::int64_t expected = DayNumber({1899, 12, 31});
  for (int year = 1900; year <= 2101; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= DaysInMonth(year, month); ++day) {
        ASSERT_EQ(DayNumber({year, month, day}), ++expected);
        ASSERT_EQ(FromDayNumber(expected), (Day{year, month, day}));
      }
    }
  }
  EXPECT_EQ(DayNumber({1970, 1, 1}), 0);
}

TEST(DateTest, AddingMonthsKeepsToTheEndOfTheMonth) {
  EXPECT_EQ(AddMonths({2024, 1, 31}, 1), (Day{2024, 2, 29}));
  EXPECT_EQ(AddMonths({2024, 10, 14}, -24), (Day{2022, 10, 14}));
  EXPECT_EQ(AddMonths({2024, 1, 15}, -1), (Day{2023, 12, 15}));
}

}  // namespace
}  // namespace dossier
