// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `verify FILE.pdf [--case DIR] [--trust CA.pem]`: exit 0 for valid, 3 when the file cannot be
/// opened, 4 for invalid and for what could not be checked.
[[nodiscard]] ExitCode VerifyCommand(const Request& request);

}  // namespace dossier::driver
