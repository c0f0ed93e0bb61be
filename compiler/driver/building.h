// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `build [DOSSIER] -o DIR [--final] [--sign KEY]`: brief.pdf, bundle.pdf and check.json, all whole
/// or none, whatever the check found; only a case that cannot be loaded, and `--final`, write
/// nothing. Without a key the two PDFs are prepared for `dossier sign`. brief.docx as well
/// for templates that ask for it; a Word file is never signed.
[[nodiscard]] ExitCode BuildCommand(const Request& request);

}  // namespace dossier::driver
