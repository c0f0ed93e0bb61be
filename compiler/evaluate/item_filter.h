// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/evaluate/dates.h"
#include "compiler/evaluate/exhibit_table.h"
#include "compiler/evaluate/filed.h"
#include "compiler/model/rules.h"

namespace dossier::evaluate {

/// What one item is worth to one need.
struct ItemValue {
  const ExhibitEntry* exhibit = nullptr;  // never null
  /// Recent enough, and linked to this revision of the rule.
  bool fresh = true;
  /// The case does not state the date that freshness is measured at: `fresh` is a guess.
  bool fresh_undecided = false;
  /// Of the kind, scope, nature and language asked for, with a pinpoint where one is.
  bool fits = true;
  /// In words, when it is not fresh or does not fit.
  std::string reason;
};

/// What the need belongs to.
struct NeedContext {
  const model::Criterion* criterion = nullptr;
  const ExhibitTable* exhibits = nullptr;
  const NamedDates* dates = nullptr;
};

/// Nothing when the citation of the item could not be resolved, which `resolve` has reported.
[[nodiscard]] std::optional<ItemValue> Value(const FiledItem& filed, const model::Need& need,
                                             const NeedContext& context);

/// True when `ground` was written for another revision of the criterion.
[[nodiscard]] bool IsStaleLink(const model::Ground& ground, const model::Criterion& criterion);

}  // namespace dossier::evaluate
