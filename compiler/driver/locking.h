// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `lock [DOSSIER]`: makes pages for exhibits that have none and pins every exhibit, pack, template
/// and font by digest. Writes `derived/` and `dossier.lock`, the only things that are ever written
/// into a case. An exhibit that is missing, or of which no pages can be made, is an error, and nothing
/// is written; one that cannot be read is pinned and reported.
[[nodiscard]] ExitCode LockCommand(const Request& request);

}  // namespace dossier::driver
