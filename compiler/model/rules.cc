// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/rules.h"

namespace dossier::model {

const Criterion* FindCriterion(const std::vector<Criterion>& criteria, std::string_view id) {
  for (const Criterion& criterion : criteria) {
    if (criterion.id == id) return &criterion;
    if (const Criterion* child = FindCriterion(criterion.children, id)) return child;
  }
  return nullptr;
}

std::span<const Named<Verification>> VerificationNames() {
  static constexpr Named<Verification> kNames[] = {
      {Verification::kRead, "V"}, {Verification::kSecondary, "S"}, {Verification::kMemory, "M"}};
  return kNames;
}

std::span<const Named<Party>> PartyNames() {
  static constexpr Named<Party> kNames[] = {
      {Party::kApplicant, "applicant"}, {Party::kAuthority, "authority"}, {Party::kBoth, "both"}};
  return kNames;
}

}  // namespace dossier::model
