// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::driver {

/// How the case differs from its lock. Reports: D0702 with every citation that rests on a changed
/// exhibit, D0710 for what the case no longer has, D0712 for packs.
void ReportLockState(Session& session, const Intake& intake, const resolve::ResolvedCase& resolved);

}  // namespace dossier::driver
