// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/assemble/assemble.h"
#include "compiler/diagnostics/finding.h"
#include "compiler/model/case.h"

namespace dossier::driver {

/// What a finished file lacks as an accessible and lasting file. Found after the report was bound,
/// so it is told apart: D0907 for what is ours.
[[nodiscard]] std::vector<diagnostics::Finding> ShortcomingFindings(
    const std::string& name, const assemble::Assembled& file, const model::Case& source);

/// Whether one of them is ours.
[[nodiscard]] bool AnyOfOurs(const std::vector<diagnostics::Finding>& findings);

}  // namespace dossier::driver
