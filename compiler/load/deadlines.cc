// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <utility>

#include "compiler/load/conditions.h"
#include "compiler/load/criteria.h"
#include "compiler/load/pack_sections.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using Unit = model::Period::Unit;

constexpr auto kWhen = [](const Value& value, auto& when) { DecodeWhen(value, when); };

enum class EventDay { kExcluded, kIncluded };
constexpr model::Named<EventDay> kEventDays[] = {{EventDay::kExcluded, "excluded"},
                                                 {EventDay::kIncluded, "included"}};
enum class Roll { kNone, kNextWorkingDay };
constexpr model::Named<Roll> kRolls[] = {{Roll::kNone, "none"},
                                         {Roll::kNextWorkingDay, "next-working-day"}};

/// The most of a unit: a century, so that no day of the calendar is left.
int MostOf(Unit unit) {
  switch (unit) {
    case Unit::kDays:
    case Unit::kWorkingDays:
      return 36600;
    case Unit::kWeeks:
      return 5200;
    case Unit::kMonths:
      return 1200;
    case Unit::kYears:
      return 100;
  }
  return 0;
}

/// `{days: 14}`: one unit.
void DecodePeriod(Fields& fields, model::Period& period) {
  for (const auto& [unit, key] : model::PeriodUnitNames()) {
    if (fields.Has(key)) period.unit = unit;
    fields.Optional(key, period.count, NumberDecoder{.min = 1, .max = MostOf(unit)});
  }
  fields.RequireOneOf("period", {"days", "working_days", "weeks", "months", "years"});
}

void DecodeAlternate(Fields& fields, std::pair<model::Condition, model::Period>& alternate) {
  fields.Required("when", alternate.first, kWhen);
  fields.Required("period", alternate.second, Record(DecodePeriod));
}

void DecodeReading(Fields& fields, model::Reading& reading) {
  const std::span<const model::Named<EventDay>> event_days = kEventDays;
  const std::span<const model::Named<Roll>> rolls = kRolls;
  EventDay event_day = EventDay::kExcluded;
  Roll roll = Roll::kNone;
  fields.Optional("calendar", reading.calendar, kId);
  fields.Optional("event_day", event_day, OneOf(event_days));
  fields.Optional("roll", roll, OneOf(rolls));
  reading.event_day_excluded = event_day == EventDay::kExcluded;
  reading.roll = roll == Roll::kNextWorkingDay;
}

void DecodeBand(Fields& fields, model::Deadline& deadline) {
  const NumberDecoder days{.min = 0, .max = MostOf(Unit::kDays)};
  fields.Optional("min_days", deadline.band_min_days, days);
  fields.Optional("max_days", deadline.band_max_days, days);
  fields.Required("authority", deadline.band_authority, Record(DecodeAuthority));
  fields.RequireSomeOf("band", {"min_days", "max_days"});
  ReportUnlessOrdered(fields, deadline.band_min_days, deadline.band_max_days, "max_days");
}

}  // namespace

void DecodeDeadline(Fields& fields, model::Deadline& deadline) {
  deadline.span = fields.span();
  fields.Required("id", deadline.id, kId);
  fields.Optional("title", deadline.title, kWords);
  fields.Optional("text", deadline.text, kWords);
  RequireAuthority(fields, deadline.id, deadline.authority);
  fields.Optional("when", deadline.when, kWhen);
  fields.Required("anchor", deadline.anchor, DecodeNamedDate);
  fields.Required("period", deadline.period, Record(DecodePeriod));
  fields.Optional("alternates", deadline.alternates, ListOf(Record(DecodeAlternate)));
  fields.Required("readings", deadline.readings, NonEmpty(ListOf(Record(DecodeReading))));
  fields.Optional("band", deadline, Record(DecodeBand));
  fields.Optional("for", deadline.for_date, DecodeNamedDate);
}

}  // namespace dossier::load
