// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/check/check_result.h"
#include "compiler/driver/checking.h"

namespace dossier::driver {

/// What `--final` refuses: whatever would make the filing false (a broken, missing or changed
/// exhibit, a citation that leads nowhere, words that are not where they are quoted, a letter that
/// could not be set). Gaps, contradictions, time limits that have passed, a choice of law that is
/// open and rules whose text was not verified never stop it for good: they need one acceptance with name, date and reason in author.yaml. A waiver is not enough
/// for either.
///
/// Reports D0908 and D0911 into the session; true when any was.
[[nodiscard]] bool RefusesFinal(CheckedCase& checked, const check::CheckResult& result);

}  // namespace dossier::driver
