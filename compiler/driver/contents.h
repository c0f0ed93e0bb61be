// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/driver/intake.h"
#include "compiler/inspect/exhibit_facts.h"
#include "compiler/model/case.h"

namespace dossier::driver {

/// What a person has to look at in an office file, an e-mail, a web page or a web archive, one
/// finding a kind. `path` is the file as the register names it.
/// Reports: D0720 to D0722, D0725, D0726, D0728, D0729.
void ReportContents(const model::Exhibit& exhibit, const model::Text& path, const inspect::ExhibitFacts& facts,
                    diagnostics::Sink& sink);

/// Whether a capture says of its address and its time what the register says. Reports: D0727.
void ReportCapture(const model::Exhibit& exhibit, const model::Text& path, const inspect::ExhibitFacts& facts,
                   diagnostics::Sink& sink);

/// Files inside of exhibits against the files of the register, by digest. Reports: D0723, D0724.
void ReportAttachments(const std::vector<model::Exhibit>& exhibits, const Intake& intake, diagnostics::Sink& sink);

}  // namespace dossier::driver
