// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/coverage.h"
#include "compiler/evaluate/rule_index.h"
#include "compiler/model/rules.h"

/// Words of the findings. Never a legal conclusion: they say what is filed and what is not.
namespace dossier::evaluate {

/// "a", "a or b", "a, b or c".
[[nodiscard]] std::string JoinOr(const std::vector<std::string>& words);
[[nodiscard]] std::string WordsOf(const std::vector<model::ExhibitKind>& kinds);
[[nodiscard]] std::string WordsOf(const std::vector<model::Scope>& scopes);
/// "published", "captured"; "dated" for the day of the event.
[[nodiscard]] std::string_view WordOf(model::Freshness::Field field);

/// "1 item", "2 items".
[[nodiscard]] std::string Count(int count, std::string_view noun);

/// "2 items (ngo-report or igo-report; scope country; published on or after 2022-10-14)"; several
/// are joined by "and".
[[nodiscard]] std::string WordsOf(const std::vector<MissingEvidence>& missing);

/// The title with the id: "facts about the country of origin (country)"; the id alone without one.
[[nodiscard]] std::string Named(const model::LocalizedText& title, std::string_view id);

/// The authority in legal terms: instrument, pinpoint, the version read and how it was read.
[[nodiscard]] std::string Why(const Rule& rule);
/// Empty when it names no instrument.
[[nodiscard]] std::string Why(const model::Authority& authority);

}  // namespace dossier::evaluate
