// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `ocr [DOSSIER] [EXHIBIT...] [--force]`: reads every page of the register that has no words of its
/// own, pictures too, each in a process of its own, and writes what was read beside the case as
/// `derived/ocr/ID.json`. Pages that were read before, of the same bytes by the same machine, are not
/// read again. A file's sidecar is written whole when its last page was read.
/// Reports: D0745, D0748 and what the intake reports of exhibits that cannot be opened.
[[nodiscard]] ExitCode OcrCommand(const Request& request);

}  // namespace dossier::driver
