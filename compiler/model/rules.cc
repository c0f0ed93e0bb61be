// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/rules.h"

namespace dossier::model {

std::span<const Named<Weight>> WeightNames() {
  static constexpr Named<Weight> kNames[] = {{Weight::kCore, "core"},
                                             {Weight::kSupporting, "supporting"},
                                             {Weight::kContext, "context"}};
  return kNames;
}

std::span<const Named<Verification>> VerificationNames() {
  static constexpr Named<Verification> kNames[] = {
      {Verification::kRead, "V"}, {Verification::kSecondary, "S"}, {Verification::kMemory, "M"}};
  return kNames;
}

}  // namespace dossier::model
