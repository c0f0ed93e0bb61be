// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::driver {

/// What a PDF exhibit hides and what it says of itself, one finding for each kind of it. `about`
/// names the exhibit and the place in the register. No hidden word is printed.
/// Reports: D0715 to D0719, D0803.
void ReportPdf(const inspect::ExhibitFacts& facts, const diagnostics::Finding& about,
               diagnostics::Sink& sink);

}  // namespace dossier::driver
