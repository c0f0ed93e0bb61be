// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/inspect/exhibit_facts.h"
#include "compiler/model/case.h"

namespace dossier::driver {

/// What a picture or a recording says of itself that somebody has to look at before it leaves the
/// house. Reports D0730 for what its pages do not show, D0733 for a day that is not the register's,
/// D0734 for a small picture of another shape, D0802 for a place.
void ReportDescription(const model::Exhibit& exhibit, const model::Text& path, const inspect::ExhibitFacts& facts,
                       diagnostics::Sink& sink);

}  // namespace dossier::driver
