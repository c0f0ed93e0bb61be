// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/dates.h"
#include "compiler/evaluate/exhibit_table.h"
#include "compiler/evaluate/filed.h"
#include "compiler/evaluate/subjects.h"
#include "compiler/model/need.h"
#include "compiler/model/rules.h"

namespace dossier::evaluate {

/// What a filter is held against: an exhibit and how it is filed.
struct FilterInput {
  const ExhibitEntry* exhibit = nullptr;  // never null
  /// Null when a rule asks the exhibit itself; `own` and `novel` then ask nothing.
  const model::Item* item = nullptr;
  const model::Ground* ground = nullptr;
  std::string_view subject = {};       // empty: the case
  const Subjects* subjects = nullptr;  // null: ids of persons mean themselves
  bool has_pinpoint = false;
  const NamedDates* dates = nullptr;  // never null
};

/// What a filter says. Takes memory for a reason only.
struct Fit {
  enum class Kind { kFits, kMisfit, kUndecided };
  Kind kind = Kind::kFits;
  std::string reason;             // of a misfit, in words
  std::string_view missing_date;  // of what is undecided: the named date that the case lacks

  static Fit Misfit(std::string reason) { return {Kind::kMisfit, std::move(reason), {}}; }
  static Fit Undecided(std::string_view date) { return {Kind::kUndecided, {}, date}; }
  [[nodiscard]] bool fits() const { return kind == Kind::kFits; }
};

/// All that `wanted` asks for except `fresh`. The first thing that does not fit; only when there is
/// none, the first that cannot be decided.
[[nodiscard]] Fit FitOf(const model::ItemFilter& wanted, const FilterInput& input);

/// Every reason why `input` does not pass `wanted`, `fresh` included; named dates that the case
/// lacks go to `missing_dates`.
[[nodiscard]] std::vector<std::string> Misfits(const model::ItemFilter& wanted,
                                               const FilterInput& input,
                                               std::vector<std::string_view>& missing_dates);

/// What one item is worth to one need.
struct ItemValue {
  const ExhibitEntry* exhibit = nullptr;  // never null
  /// Recent enough, and linked to this revision of the rule.
  bool fresh = true;
  /// Passes the filter otherwise.
  bool fits = true;
  /// The named date that the case does not state and without which `fresh` or `fits` is a guess in
  /// favour of the item.
  std::string_view missing_date;
  /// Which of the two is the guess.
  bool fresh_undecided = false, fits_undecided = false;
  /// In words, when it is not fresh or does not fit.
  std::string reason;
};

/// What the need belongs to.
struct NeedContext {
  const model::Criterion* criterion = nullptr;
  const ExhibitTable* exhibits = nullptr;
  const NamedDates* dates = nullptr;
  std::string_view subject = {};       // empty: the case
  const Subjects* subjects = nullptr;  // null: ids of persons mean themselves
};

/// Nothing when the citation of the item could not be resolved, which `resolve` has reported.
[[nodiscard]] std::optional<ItemValue> Value(const FiledItem& filed, const model::Need& need,
                                             const NeedContext& context);

/// The named dates that `filter` reads.
[[nodiscard]] std::vector<std::string_view> DatesRead(const model::ItemFilter& filter);

/// True when `ground` was written for another revision of the criterion.
[[nodiscard]] bool IsStaleLink(const model::Ground& ground, const model::Criterion& criterion);

}  // namespace dossier::evaluate
