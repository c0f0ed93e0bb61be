// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/intake.h"
#include "compiler/driver/provenance.h"
#include "compiler/driver/session.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::driver {

/// A file that is not the one that was locked.
struct ChangedFile {
  const model::Exhibit* exhibit = nullptr;
  std::string name;         // "exhibit e14", "the original of exhibit e14"
  diagnostics::Place place;
};

/// The files of the case, and those beside exhibits, that differ from `lock`. A file under another
/// path counts as changed when it takes the place of a locked one and has another digest. What the
/// lock does not know is no change. In the order of the register; refers to `loaded`.
[[nodiscard]] std::vector<ChangedFile> ChangedFiles(const model::Case& loaded, const model::Lock& lock,
                                                    const Intake& intake, const Provenance& provenance);

/// D0702 with every citation of the exhibit as a related place.
void ReportChanged(const ChangedFile& file, const resolve::ResolvedCase& resolved, diagnostics::Sink& sink);

/// How the exhibits differ from the lock. Reports: D0702, D0705 for files beside an exhibit, D0710 for
/// what the case no longer has.
void ReportLockState(Session& session, const Intake& intake, const Provenance& provenance,
                     const resolve::ResolvedCase& resolved);

}  // namespace dossier::driver
