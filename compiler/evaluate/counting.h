// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/coverage.h"
#include "compiler/evaluate/item_filter.h"
#include "compiler/evaluate/verdict.h"

namespace dossier::evaluate {

/// Reason of an item whose citation leads nowhere; the citation has a finding of its own.
inline constexpr std::string_view kPlaceNotFound = "the place cited was not found";

/// A counted need with its verdict.
struct NeedResult {
  const model::Need* need = nullptr;
  NeedCoverage coverage;
  Lanes verdict;
  /// Thin for one reason only: originals are not in the case.
  bool surrogate_only = false;
  /// Exhibits that could not be read, and the named date that is missing: why it may be unknown.
  std::vector<std::string> unread;
  bool date_missing = false;
  std::string_view missing_date;
  /// Percentage from the publisher most relied on, when that is more than the need allows.
  int share = 0;
  /// For related places: grounds whose links were made for another revision.
  std::vector<const model::Ground*> stale_grounds;
};

/// Counts `items` for `need` (DESIGN section 5).
///
/// `open` without a resolved item; `stale` when none is fresh; `covered` when the fresh, fitting
/// originals reach the count and the variety asked for (publishers, primary sources, kinds, days of
/// events) and are neither assessments of a country alone nor of kinds that do not suffice alone;
/// else `thin`. Pages of one work count once. `share` and the maximum are findings, never verdicts.
/// Linear in `items` but for sorting; of an item that counts nothing but numbers is kept.
[[nodiscard]] NeedResult CountNeed(const model::Need& need, const std::vector<FiledItem>& items,
                                   const NeedContext& context);

}  // namespace dossier::evaluate
