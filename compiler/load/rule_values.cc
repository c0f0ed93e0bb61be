// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/rule_values.h"

#include <algorithm>
#include <charconv>

#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using model::kNamedDates;

constexpr int kMostYears = 100;

/// A number and the letter of its unit.
struct Duration {
  int number = 0;
  char unit = ' ';
};

int MostOf(char unit) {
  if (unit == 'Y') return kMostYears;
  return unit == 'M' ? kMostYears * 12 : kMostYears * 366;
}

/// `P`, digits without a leading zero, one of the letters `units`.
std::optional<Duration> ParseDuration(std::string_view text, std::string_view units) {
  if (text.size() < 3 || text.front() != 'P' || text[1] == '0') return std::nullopt;
  Duration duration{.unit = text.back()};
  if (units.find(duration.unit) == std::string_view::npos) return std::nullopt;
  const char* begin = text.data() + 1;
  const char* end = text.data() + text.size() - 1;
  const auto [stop, error] = std::from_chars(begin, end, duration.number);
  if (error != std::errc() || stop != end) return std::nullopt;
  if (duration.number < 1 || duration.number > MostOf(duration.unit)) return std::nullopt;
  return duration;
}

}  // namespace

void DecodeNamedDate(const Value& value, std::string& out) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "the name of a date");
  const auto known = std::find(kNamedDates.begin(), kNamedDates.end(), value.node.text);
  if (known == kNamedDates.end()) {
    return ReportUnknownValue(value, {kNamedDates.begin(), kNamedDates.end()});
  }
  out = *known;
}

void DecodeDateBound(const Value& value, model::DateBound& out) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "a date or the name of one");
  const char first = value.node.text.empty() ? ' ' : value.node.text.front();
  if (first >= '0' && first <= '9') return kDate(value, out.date);
  DecodeNamedDate(value, out.name);
}

void DecodeMonths(const Value& value, int& months) {
  const auto duration = value.node.is_scalar() ? ParseDuration(value.node.text, "MY") : std::nullopt;
  if (!duration) return ReportWrongType(value, "a duration such as P24M or P2Y");
  months = duration->unit == 'Y' ? duration->number * 12 : duration->number;
}

void DecodeMonths(const Value& value, std::optional<int>& months) {
  int read = 0;
  DecodeMonths(value, read);
  if (read > 0) months = read;
}

void DecodeMaxAge(const Value& value, std::optional<model::MaxAge>& out) {
  const auto duration = value.node.is_scalar() ? ParseDuration(value.node.text, "DMY") : std::nullopt;
  if (!duration) return ReportWrongType(value, "a duration such as P180D, P6M or P1Y");
  out.emplace();
  if (duration->unit == 'D') out->days = duration->number;
  if (duration->unit == 'M') out->months = duration->number;
  if (duration->unit == 'Y') out->months = duration->number * 12;
}

void ReportUnlessOrdered(Fields& fields, const std::optional<Date>& begin,
                         const std::optional<Date>& end, std::string_view end_key) {
  if (!begin || !end || begin->First() < end->First()) return;
  fields.ReportWrong(end_key, "a date after " + begin->ToString(), end->ToString());
}

void ReportUnlessOrdered(Fields& fields, std::optional<long long> least,
                         std::optional<long long> most, std::string_view key_of_most) {
  if (!least || !most || *least <= *most) return;
  fields.ReportWrong(key_of_most, "a number from " + std::to_string(*least) + " on",
                     std::to_string(*most));
}

void DecodeRange(Fields& fields, model::DateRange& range) {
  fields.Optional("from", range.from, DecodeDateBound);
  fields.Optional("before", range.before, DecodeDateBound);
  ReportUnlessOrdered(fields, range.from.date, range.before.date, "before");
  if (!range.from.name.empty() && range.from.name == range.before.name) {
    fields.ReportWrong("before", "another date than \"from\"", "the same date");
  }
}

void ReportDuplicates(std::vector<PlacedId> names, diagnostics::Sink& sink) {
  std::stable_sort(names.begin(), names.end(),
                   [](const PlacedId& a, const PlacedId& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < names.size(); ++i) {
    // An id that is missing has been reported as such.
    if (names[i].id.empty() || names[i].id != names[i - 1].id) continue;
    sink.Report({.kind = diagnostics::Kind::kDuplicateId,
                 .args = {diagnostics::Id(names[i].id)},
                 .place = names[i].span,
                 .related = {{"it is used here already", names[i - 1].span}}});
  }
}

}  // namespace dossier::load
