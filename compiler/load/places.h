// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"

namespace dossier::load {

/// The places that the argument names, {#risk}, and the references to them, [](#risk), over all its
/// files. Reports: D0109 for a name that two places have; D0211 for a reference to none.
void CheckPlaces(const std::vector<model::Argument>& arguments, diagnostics::Sink& sink);

}  // namespace dossier::load
