// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/resolve/resolved_case.h"

namespace dossier::evaluate {

/// What counting wants to know of one exhibit. Works, publishers and primary sources are numbers
/// that are equal exactly where the things are one.
struct ExhibitEntry {
  const model::Exhibit* exhibit = nullptr;
  /// False: missing, unreadable or not the file that was locked.
  bool readable = true;
  bool surrogate = false;
  /// A translation is the same work as its original.
  int work = 0;
  /// The publisher's group; nothing is known of it when negative.
  int publisher = -1;
  /// Primary sources; an exhibit that names none is its own, a translation shares its original's.
  std::vector<int> origins;
  /// Its own and those of its translations.
  std::vector<std::string_view> languages;
};

/// All exhibits of a case, once. Points into the resolved case, which outlives it.
class ExhibitTable {
 public:
  explicit ExhibitTable(const resolve::ResolvedCase& resolved);

  /// The exhibit that `citation` was bound to; nothing when it was not resolved.
  [[nodiscard]] const ExhibitEntry* Cited(const model::Citation& citation) const;
  /// The bound form; nothing for a citation that `resolve` did not see.
  [[nodiscard]] const resolve::BoundCitation* Bound(const model::Citation& citation) const;

 private:
  const resolve::ResolvedCase& resolved_;
  std::vector<ExhibitEntry> entries_;
};

}  // namespace dossier::evaluate
