// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/evaluate/item_filter.h"

/// The filters that look at days. A date that is not precise enough never counts in favour.
namespace dossier::evaluate {

/// Recent enough, or the latest edition where that suffices.
[[nodiscard]] Fit FitAge(const model::Freshness& wanted, const FilterInput& input);

/// Within a half-open range of days or named dates.
[[nodiscard]] Fit FitDates(const model::DatedWithin& wanted, const FilterInput& input);

/// New since the named date, or kept back without own fault, and raising something. Needs an item.
[[nodiscard]] Fit FitNovelty(const model::Novelty& wanted, const FilterInput& input);

/// The date that a filter reads. The event is the item's own where it states one, else that of the
/// register: an exhibit may show several.
[[nodiscard]] const model::CaseDate& DateOf(const model::Exhibit& exhibit, const model::Item* item,
                                            model::ExhibitDate field);

/// "on 2023-07-14", "in 2023-07".
[[nodiscard]] std::string On(const Date& date);

/// What happened at a named date, as the end of a sentence: "the decision became final on
/// 2024-01-10".
[[nodiscard]] std::string MomentInWords(std::string_view name, const Date& date);

}  // namespace dossier::evaluate
