// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/driver/intake.h"
#include "compiler/model/case.h"

namespace dossier::driver {

/// Compares the languages that the register states for an exhibit with what its text reads as. A
/// wrong language misleads translators, OCR and the rules on translation.
///
/// Reports D0750, once for each language that was not stated, with the pages. Says nothing of notes
/// that stand in for an original, of "und" (nobody has stated it) and of text that is not clear.
void ReportLanguages(const model::Exhibit& exhibit, const ExhibitFile& file, Span place,
                     diagnostics::Sink& sink);

}  // namespace dossier::driver
