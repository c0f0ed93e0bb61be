// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/webpage/saved_time.h"

#include <array>
#include <cstdio>

#include "compiler/foundation/date.h"

namespace dossier::webpage {
namespace {

int MonthOf(std::string_view name) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t at = kMonths.find(name);
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

}  // namespace

std::string FromScriptTime(std::string_view text) {
  const std::string line(text.substr(0, 100));
  std::array<char, 4> name{};
  int day = 0, year = 0, hour = 0, minute = 0, second = 0, offset = 0;
  const int fields = std::sscanf(line.c_str(), " %*3s %3s %2d %4d %2d:%2d:%2d GMT%5d", name.data(),
                                 &day, &year, &hour, &minute, &second, &offset);
  const int month = MonthOf(name.data());
  const bool whole = fields >= 6 && month > 0 && year >= 1990 && day >= 1 &&
                     day <= DaysInMonth(year, month) && hour >= 0 && hour < 24 && minute >= 0 &&
                     minute < 60 && second >= 0 && second < 61;
  if (!whole) return {};
  constexpr int kDay = 24 * 60;
  const int local = hour * 60 + minute - (offset / 100 * 60 + offset % 100);
  const int shift = local < 0 ? -1 : local >= kDay ? 1 : 0;
  const Day utc = FromDayNumber(DayNumber({year, month, day}) + shift);
  const int minutes = local - shift * kDay;
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.year, utc.month,
                utc.day, minutes / 60, minutes % 60, second);
  return out.data();
}

}  // namespace dossier::webpage
