// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/compose/context.h"

namespace dossier::compose {

/// How an exhibit came into the case, in sentences for the list of exhibits: when, by whom and with
/// what it was captured, who collected it, from whom it was received, what it is a copy of, its chain
/// of custody and the proofs of time that fit it. Empty when the register says nothing of that.
[[nodiscard]] std::string ProvenanceOf(const Context& context, const model::Exhibit& exhibit);

}  // namespace dossier::compose
