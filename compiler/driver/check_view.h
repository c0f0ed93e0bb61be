// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/checking.h"
#include "compiler/report/check_json.h"

namespace dossier::driver {

/// What the report shows of a checked case; bundle pages where a brief was laid out. `result` null:
/// the case was not loaded.
[[nodiscard]] report::CheckView ViewOf(const CheckedCase& checked, const check::CheckResult* result);

/// Says how the readers of this run were closed, for the JSON report. When every fact came from the
/// cache it starts one to ask, which reads nothing but its built-in page.
void AddEnvironment(report::CheckView& view);

/// Shows the findings of a case that could not be loaded, in the format asked for. Exit 3.
[[nodiscard]] ExitCode ShowNotLoaded(const Session& session, const Request& request);

}  // namespace dossier::driver
