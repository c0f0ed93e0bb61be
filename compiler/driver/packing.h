// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// Runs the tests of the packs named, of all shipped ones when none is, and says which arms no test
/// reaches. Exit 1 for a failing test, a pack without tests and coverage below `--min`; 3 when a
/// pack or its tests cannot be loaded.
[[nodiscard]] ExitCode PackTestCommand(const Request& request);

}  // namespace dossier::driver
