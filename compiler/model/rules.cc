// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/rules.h"

namespace dossier::model {

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
