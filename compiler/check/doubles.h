// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::check {

/// D0708: exhibits that are byte for byte the same file.
void ReportSameFiles(const resolve::ResolvedCase& resolved, diagnostics::Sink& sink);

}  // namespace dossier::check
