// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `why ID [DOSSIER]`: how the verdict on a criterion came about, for each subject that it is asked
/// of (`--subject` for one), or where an exhibit counts. Exit 0; 2 when the case has neither a
/// criterion nor an exhibit of that name; 3 when it cannot be loaded.
[[nodiscard]] ExitCode WhyCommand(const Request& request);

}  // namespace dossier::driver
