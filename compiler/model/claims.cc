// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/claims.h"

namespace dossier::model {

std::span<const Named<Relation>> RelationNames() {
  static constexpr Named<Relation> kNames[] = {{Relation::kEqual, "equal"},
                                               {Relation::kAtMost, "at-most"},
                                               {Relation::kAtLeast, "at-least"},
                                               {Relation::kLess, "less"},
                                               {Relation::kMore, "more"}};
  return kNames;
}

}  // namespace dossier::model
