// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `lock [DOSSIER]`: makes pages for exhibits that have none and pins every exhibit, pack, template
/// and font by digest. Writes `derived/` and `dossier.lock`. An exhibit that is missing, or of which no pages can be made, is an error, and nothing
/// is written; one that cannot be read is pinned and reported.
///
/// What is pinned already is never pinned anew in silence: when a file of a locked exhibit has
/// changed (D0702, with every citation that rests on it) nothing is written and the exit code is 1,
/// unless `--accept` names that exhibit.
[[nodiscard]] ExitCode LockCommand(const Request& request);

}  // namespace dossier::driver
