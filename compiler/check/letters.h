// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"

namespace dossier::check {

/// Whether letters of the register can have answered each other. Dates that overlap are in order.
/// Reports: D0113.
void CheckLetters(const model::Case& source, diagnostics::Sink& sink);

}  // namespace dossier::check
