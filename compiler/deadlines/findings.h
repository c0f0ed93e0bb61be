// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/deadlines/deadlines.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/circumstances.h"

namespace dossier::deadlines {

/// Says what was counted for one time limit, of which `results` has every applicant it applies to:
/// once when all applicants share it, else for each.
void ReportDeadline(const std::vector<DeadlineResult>& results, const model::Case& source,
                    const evaluate::Circumstances& of_case, const DeadlineOptions& options,
                    diagnostics::Sink& sink);

}  // namespace dossier::deadlines
