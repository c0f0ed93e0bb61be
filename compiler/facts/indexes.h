// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/model/claims.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::facts {

/// D0608 for a ranking that is not the one cited, and as a warning where the register leaves open
/// which one it is; D0606 when no exhibit is cited for it. Products are compared without regard to
/// case and white space, editions as written.
void CheckIndex(const model::IndexClaim& claim, const resolve::ResolvedCase& resolved,
                diagnostics::Sink& sink);

}  // namespace dossier::facts
