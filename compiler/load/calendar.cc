// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/load/criteria.h"
#include "compiler/load/decoders.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

constexpr NumberDecoder kMonth{.min = 1, .max = 12};
constexpr NumberDecoder kWeekday{.min = 1, .max = 7};
constexpr NumberDecoder kYear{.min = 1, .max = 9999};
/// Days after Easter Sunday: no holiday is counted further than Pentecost and Corpus Christi.
constexpr int kFurthestFromEaster = 100;

void DecodeEasterDay(const Value& value, int& out) {
  std::optional<std::int64_t> days;
  kInteger(value, days);
  if (!days) return;
  if (*days < -kFurthestFromEaster || *days > kFurthestFromEaster) {
    return ReportWrongType(value, "a whole number from -100 to 100");
  }
  out = static_cast<int>(*days);
}

void DecodeFixed(Fields& fields, model::Calendar::Fixed& fixed) {
  constexpr int kLeapYear = 2000;
  fields.Required("month", fixed.month, kMonth);
  const NumberDecoder day{.min = 1, .max = DaysInMonth(kLeapYear, fixed.month)};
  fields.Required("day", fixed.day, day);
  fields.Optional("from_year", fixed.from_year, kYear);
  fields.Optional("to_year", fixed.to_year, kYear);
  if (fixed.from_year && fixed.to_year) {
    ReportUnlessOrdered(fields, *fixed.from_year + 1, fixed.to_year, "to_year");
  }
}

void DecodeNth(Fields& fields, model::Calendar::NthWeekday& nth) {
  fields.Required("month", nth.month, kMonth);
  fields.Required("weekday", nth.weekday, kWeekday);
  fields.Required("n", nth.n, NumberDecoder{.min = 1, .max = 5});
}

void DecodeCalendarHeader(Fields& fields, model::Calendar& calendar) {
  fields.Required("id", calendar.id, kId);
  fields.Required("title", calendar.title, kWords);
  fields.Required("authority", calendar.authority, Record(DecodeAuthority));
}

}  // namespace

void DecodeCalendar(Fields& fields, model::Calendar& calendar) {
  fields.Required("calendar", calendar, Record(DecodeCalendarHeader));
  if (fields.Has("weekend")) calendar.weekend.clear();
  fields.Optional("weekend", calendar.weekend, ListOf(kWeekday));
  fields.Optional("fixed", calendar.fixed, ListOf(Record(DecodeFixed)));
  fields.Optional("easter", calendar.easter, ListOf(DecodeEasterDay));
  fields.Optional("nth", calendar.nth, ListOf(Record(DecodeNth)));
}

}  // namespace dossier::load
