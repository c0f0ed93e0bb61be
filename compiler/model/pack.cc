// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/pack.h"

namespace dossier::model {

std::span<const Named<Period::Unit>> PeriodUnitNames() {
  using Unit = Period::Unit;
  static constexpr Named<Unit> kNames[] = {{Unit::kDays, "days"},
                                           {Unit::kWorkingDays, "working_days"},
                                           {Unit::kWeeks, "weeks"},
                                           {Unit::kMonths, "months"},
                                           {Unit::kYears, "years"}};
  return kNames;
}

std::span<const Named<DocumentRule::Part>> DocumentPartNames() {
  using Part = DocumentRule::Part;
  static constexpr Named<Part> kNames[] = {{Part::kBody, "body"},
                                           {Part::kNotes, "notes"},
                                           {Part::kCover, "cover"},
                                           {Part::kAnnexes, "annexes"}};
  return kNames;
}

std::span<const Named<Crosswalk::Kind>> CrosswalkKindNames() {
  using Kind = Crosswalk::Kind;
  static constexpr Named<Kind> kNames[] = {{Kind::kEquivalent, "equivalent"},
                                           {Kind::kMoved, "moved"},
                                           {Kind::kMerged, "merged"},
                                           {Kind::kSplit, "split"},
                                           {Kind::kChanged, "changed"},
                                           {Kind::kRemoved, "removed"}};
  return kNames;
}

}  // namespace dossier::model
