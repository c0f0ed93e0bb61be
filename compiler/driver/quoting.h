// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `quote EXHIBIT [TEXT...] [--from FILE] [--page P] [--rendered]`: whether words stand in a file, and where;
/// works without a case. Inside one, an exhibit's id comes before a path. Exit 0 when every quotation is exact or normalised
/// and no picture says otherwise (`--rendered`), 1 otherwise, 3 when
/// the file cannot be opened.
[[nodiscard]] ExitCode QuoteCommand(const Request& request);

}  // namespace dossier::driver
