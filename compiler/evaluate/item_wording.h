// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/dates.h"
#include "compiler/model/need.h"

/// Filters in words: what a further item would have to be, and what an edit would have to say.
namespace dossier::evaluate {

/// "Lithuanian or English"; a code that has no name here stays.
[[nodiscard]] std::string LanguagesInWords(const std::vector<std::string>& codes);

/// After "the register does not state": "the publisher", "that a screenshot was kept".
[[nodiscard]] std::string_view InWords(model::RegisterField field);

/// Its key in exhibits.yaml: "capture.tool".
[[nodiscard]] std::string_view KeyOf(model::RegisterField field);

/// What an item must be by `where`, kinds and scope apart, which `MissingEvidence` has of its own:
/// "reporting facts, published on or after 2022-10-14". Empty when nothing is asked.
[[nodiscard]] std::string WantedInWords(const model::ItemFilter& where, const NamedDates& dates);

}  // namespace dossier::evaluate
