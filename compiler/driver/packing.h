// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// Runs the tests of the packs named, of all shipped ones when none is, and says which arms no test
/// reaches. Exit 1 for a failing test, a pack without tests and coverage below `--min`; 3 when a
/// pack or its tests cannot be loaded.
[[nodiscard]] ExitCode PackTestCommand(const Request& request);

/// Says what can be seen to be wrong in the packs without a case. Exit 1 from `--fail-on` on.
[[nodiscard]] ExitCode PackLintCommand(const Request& request);

/// Writes a pack as a checklist in the language asked for, English when none is.
[[nodiscard]] ExitCode PackRenderCommand(const Request& request);

}  // namespace dossier::driver
