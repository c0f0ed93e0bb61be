// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quoting.h"

#include "compiler/driver/showing.h"

namespace dossier::driver {

ExitCode QuoteCommand(const Request&) { return Refuse(ExitCode::kUsage, "quote is not in this version"); }

}  // namespace dossier::driver
