// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/pack.h"
#include "compiler/rulebook/phrases.h"

/// Parts of rules as words and lines.
namespace dossier::rulebook {

[[nodiscard]] std::string ConditionInWords(const Words& words, const model::Condition& condition);
[[nodiscard]] std::string RangeInWords(const Words& words, const model::DateRange& range);
[[nodiscard]] std::string NamedDateInWords(const Words& words, std::string_view name);
[[nodiscard]] std::string PeriodInWords(const Words& words, const model::Period& period);

/// One sentence for each thing that a filter, or a need beyond its count, asks for.
[[nodiscard]] std::vector<std::string> FilterInWords(const Words& words,
                                                     const model::ItemFilter& filter);
[[nodiscard]] std::vector<std::string> NeedInWords(const Words& words, const model::Need& need);

/// "title (id)", or the id alone.
[[nodiscard]] std::string NameInWords(const Words& words, const model::LocalizedText& title,
                                      std::string_view id);
[[nodiscard]] std::string ChangeInWords(const Words& words, const model::NeedChange& change);

}  // namespace dossier::rulebook
