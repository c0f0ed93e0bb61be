// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/deadlines/lithuania.h"

namespace dossier::deadlines::testing {

model::Calendar Lithuania() {
  model::Calendar calendar;
  calendar.id = "lt";
  for (const auto& [month, day] : {std::pair(1, 1),
                                   {2, 16},
                                   {3, 11},
                                   {5, 1},
                                   {6, 24},
                                   {7, 6},
                                   {8, 15},
                                   {11, 1},
                                   {12, 24},
                                   {12, 25},
                                   {12, 26}}) {
    calendar.fixed.push_back({.month = month, .day = day, .from_year = {}, .to_year = {}});
  }
  calendar.fixed.push_back({.month = 11, .day = 2, .from_year = 2020, .to_year = {}});
  calendar.easter = {0, 1};
  calendar.nth = {{.month = 5, .weekday = 7, .n = 1}, {.month = 6, .weekday = 7, .n = 1}};
  return calendar;
}

Day OfText(std::string_view text) { return Date::Parse(text).value().First(); }

}  // namespace dossier::deadlines::testing
