// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `quote EXHIBIT [TEXT...] [--from FILE] [--page P]`: whether words stand in a file, and where;
/// works without a case. Inside one, an exhibit's id comes before a path and means all its files,
/// which have to be those that were locked. Exit 0 when every quotation holds or stands at several
/// places, 1 otherwise, 3 when a file cannot be opened or read.
[[nodiscard]] ExitCode QuoteCommand(const Request& request);

}  // namespace dossier::driver
