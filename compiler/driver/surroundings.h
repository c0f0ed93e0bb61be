// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/finding.h"
#include "compiler/driver/session.h"

namespace dossier::driver {

/// What the filing of a loaded case is made with beside its exhibits, as it is now: packs, the template
/// and the guide to citation, the pictures that are printed, the faces of its family, and the
/// dictionaries where it hyphenates. What is not there is left out. The lock and the manifest of a
/// finished file both name these.
[[nodiscard]] model::Surroundings SurroundingsOf(const Session& session);

/// How they differ from the lock. Reports: D0705 for a picture that the lock does not know, D0712 for
/// packs, D0751 for pictures, D0752 for the template and the guide to citation.
void ReportSurroundings(Session& session);

}  // namespace dossier::driver
