// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/load/fields.h"
#include "compiler/model/condition.h"
#include "compiler/model/pack.h"

/// Single values that only rules have: named dates, ranges, durations. Each reports what is wrong
/// at its place and leaves the product as it was.
namespace dossier::load {

/// One of `model::kNamedDates`. D0103, D0105.
void DecodeNamedDate(const Value& value, std::string& out);

/// A date or a named date. D0103, D0105, D0106.
void DecodeDateBound(const Value& value, model::DateBound& out);

/// `P24M`, `P2Y`: a duration of ISO 8601 in years or months, no longer than a century. D0103.
void DecodeMonths(const Value& value, int& months);
void DecodeMonths(const Value& value, std::optional<int>& months);

/// `P180D`, `P6M`, `P1Y`: one unit, no longer than a century. D0103.
void DecodeMaxAge(const Value& value, std::optional<model::MaxAge>& out);

/// The keys `from` and `before`. D0103 when the range ends before it begins.
void DecodeRange(Fields& fields, model::DateRange& range);

/// D0103 at the key `end` unless the range begins before it ends.
void ReportUnlessOrdered(Fields& fields, const std::optional<Date>& begin,
                         const std::optional<Date>& end, std::string_view end_key);
/// D0103 at `key_of_most` when the least is more than the most.
void ReportUnlessOrdered(Fields& fields, std::optional<long long> least,
                         std::optional<long long> most, std::string_view key_of_most);

/// An id and where it stands.
struct PlacedId {
  std::string_view id;
  Span span;
};
/// D0109 for every id that two of them share.
void ReportDuplicates(std::vector<PlacedId> names, diagnostics::Sink& sink);

template <typename T>
void ReportDuplicatesOf(const std::vector<T>& items, diagnostics::Sink& sink) {
  if (items.size() < 2) return;
  std::vector<PlacedId> names;
  names.reserve(items.size());
  for (const T& item : items) names.push_back({item.id, item.span});
  ReportDuplicates(std::move(names), sink);
}

}  // namespace dossier::load
