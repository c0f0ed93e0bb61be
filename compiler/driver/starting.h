// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `init DIR`: a case that builds at once, or with `--example` the invented case that shows every
/// verdict. Refuses a folder that has anything in it.
[[nodiscard]] ExitCode Init(const Request& request);

/// `explain CODE or ID`.
[[nodiscard]] ExitCode ExplainCommand(const Request& request);

/// `schema KIND`: the JSON schema of a kind of file or answer.
[[nodiscard]] ExitCode SchemaCommand(const Request& request);

}  // namespace dossier::driver
