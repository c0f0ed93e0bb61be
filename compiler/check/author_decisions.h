// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "compiler/check/check_result.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/foundation/date.h"

namespace dossier::check {

/// The levels that author.yaml sets per code.
void ApplyLevels(const model::Author& author, std::vector<CheckedFinding>& findings);

/// Puts waivers on the findings they cover and reports those that ended (D0405) or cover nothing
/// (D0406). `today` nothing: none has ended.
void ApplyWaivers(const model::Author& author, const std::optional<Date>& today,
                  const diagnostics::Sources& sources, std::vector<CheckedFinding>& findings);

/// Notes acceptances on gaps and on the findings they are about.
void ApplyAcceptances(const model::Author& author, evaluate::Coverage& coverage,
                      std::vector<CheckedFinding>& findings);

}  // namespace dossier::check
