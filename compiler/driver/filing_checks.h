// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/driver/request.h"
#include "compiler/driver/session.h"
#include "compiler/foundation/date.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::driver {

/// The day that the user measures by; nothing when none was given.
[[nodiscard]] std::optional<Date> TodayOf(const Request& request);

/// What is checked of a filing beside the evidence for its criteria: time limits, numbers, the limits
/// and the wording of the document. Findings go into the session's sink.
void CheckFiling(Session& session, const resolve::ResolvedCase& resolved, const Request& request);

}  // namespace dossier::driver
