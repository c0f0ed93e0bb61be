// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/resolve/resolved_case.h"

namespace dossier::evaluate {

/// How a publisher stands to those who file.
enum class Party {
  kNone,
  kSelf,     // an applicant or a submitting organisation
  kGroup,    // shares a group with one
  kUnknown,  // the register names no publisher
};

/// What counting wants to know of one exhibit. Works, publishers and primary sources are numbers
/// that are equal exactly where the things are one.
struct ExhibitEntry {
  const model::Exhibit* exhibit = nullptr;
  /// False: missing, unreadable or not the file that was locked.
  bool readable = true;
  bool surrogate = false;
  bool locked = false;  // its digest is pinned
  Party party = Party::kUnknown;
  /// A translation is the same work as its original.
  int work = 0;
  /// The publisher's group; nothing is known of it when negative.
  int publisher = -1;
  /// Primary sources; an exhibit that names none is its own, a translation shares its original's.
  std::vector<int> origins;
  /// Its own and those of its translations.
  std::vector<std::string_view> languages;
  /// The original of a translation, however long the chain; else itself. Never null.
  const ExhibitEntry* original = nullptr;
  /// Of an original: its translations that are in the case and no notes.
  std::vector<const model::Exhibit*> translations;
};

/// All exhibits of a case, once, in linear time. Points into the resolved case, which outlives it,
/// and into itself: it is not copied.
class ExhibitTable {
 public:
  explicit ExhibitTable(const resolve::ResolvedCase& resolved);
  ExhibitTable(const ExhibitTable&) = delete;
  ExhibitTable& operator=(const ExhibitTable&) = delete;

  /// The exhibit that `citation` was bound to; nothing when it was not resolved.
  [[nodiscard]] const ExhibitEntry* Cited(const model::Citation& citation) const;
  /// The same of a bound citation, which may be null.
  [[nodiscard]] const ExhibitEntry* Cited(const resolve::BoundCitation* bound) const;
  /// The bound form; nothing for a citation that `resolve` did not see.
  [[nodiscard]] const resolve::BoundCitation* Bound(const model::Citation& citation) const;
  /// In step with the register.
  [[nodiscard]] const std::vector<ExhibitEntry>& entries() const { return entries_; }

 private:
  const resolve::ResolvedCase& resolved_;
  std::vector<ExhibitEntry> entries_;
};

}  // namespace dossier::evaluate
