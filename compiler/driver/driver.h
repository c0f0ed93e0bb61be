// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// Carries out a command line and says how the process ends. Diagnostics go to standard error, the
/// result to standard output or `--output`; with a machine format standard output holds nothing
/// else.
[[nodiscard]] ExitCode Run(const Request& request);

}  // namespace dossier::driver
