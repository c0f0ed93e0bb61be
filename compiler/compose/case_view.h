// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/context.h"
#include "compiler/compose/rule_view.h"

/// What several parts of a filing read off the case, so that they read the same.
namespace dossier::compose {

/// The filing that a brief is made for: the last with a date, else the last; null for none.
[[nodiscard]] const model::Filing* CurrentFiling(const model::Case& source);

/// The procedure that the brief is written in: the last that is neither decided nor a removal, else
/// the last; null for none.
[[nodiscard]] const model::Procedure* CurrentProcedure(const model::Case& source);

/// The authority that the filing is addressed to: words of the strings for the forum's id, or an
/// organisation of the case. Empty where neither knows it.
[[nodiscard]] std::string ForumName(const Context& context);

/// Events with a date, the earlier first; of two that begin on one day the less precise.
[[nodiscard]] std::vector<const model::Event*> EventsByDate(const model::Case& source);

/// The argument files in the order of their names.
[[nodiscard]] std::vector<const model::Argument*> ArgumentsInOrder(const model::Case& source);

/// How the name is written elsewhere, each once; nothing of a protected person.
[[nodiscard]] std::vector<std::string> OtherSpellings(const Context& context,
                                                      const model::Person& person);

/// False for an assertion of a decision to which nothing is said: no filing shows it.
[[nodiscard]] bool IsAnswered(const model::Assertion& assertion);

/// Identifiers in the spelling of their registers; one that nobody checks as the author wrote it.
[[nodiscard]] std::vector<std::string> IdentifiersOf(const model::Exhibit& exhibit);

/// A law, a judgment or a resolution: what a table of authorities lists.
[[nodiscard]] bool IsAuthority(model::ExhibitKind kind);

/// One instrument with what is pleaded of it.
struct Instrument {
  std::string name;
  std::string url;
  std::vector<std::string> pinpoints;
};
[[nodiscard]] std::vector<Instrument> PleadedInstruments(const Context& context);

/// False for a rule of a text that does not govern the subject; an empty subject is the case.
[[nodiscard]] bool RuleGoverns(const Context& context, const RuleBook& rules, std::string_view id,
                               std::string_view subject);

/// Indexes of all exhibits by label, also of those that have no pages.
[[nodiscard]] std::vector<std::size_t> ByLabel(const Context& context);

}  // namespace dossier::compose
