// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/diagnostics/finding.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/driver/request.h"

namespace dossier::driver {

/// Writes a result to `output`, or to standard output when that is empty. A file appears whole or
/// not at all. Gives `kClean` or, with the reason on standard error, `kOutputFailed`.
[[nodiscard]] ExitCode ShowResult(const std::string& text, const std::string& output);

/// "dossier: REASON" on standard error; gives `code` back.
ExitCode Refuse(ExitCode code, const std::string& reason);

/// One finding on standard error, in the usual form, for what ends a run by itself (output, key,
/// signature); gives `code` back.
ExitCode RefuseWith(ExitCode code, const diagnostics::Finding& finding,
                    const diagnostics::Sources& sources);

/// Whether standard error (or output) is to be coloured: `--color`, then NO_COLOR, then whether it
/// is a terminal.
[[nodiscard]] bool UseColor(const Request& request, int descriptor);

/// The worse of two ends, in the order 70, 3, 4, 2, 1, 5, 0.
[[nodiscard]] ExitCode Worse(ExitCode a, ExitCode b);

}  // namespace dossier::driver
