// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/claims.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::facts {

/// The exhibits that are cited, each once, in the order cited.
[[nodiscard]] std::vector<std::string> ExhibitsOf(const std::vector<model::Citation>& cites,
                                                  const resolve::ResolvedCase& resolved);

/// D0605 with both numbers and what was counted; D0606 for a side that cannot be computed.
void CheckClaim(const model::Claim& claim, const resolve::ResolvedCase& resolved,
                diagnostics::Sink& sink);

}  // namespace dossier::facts
