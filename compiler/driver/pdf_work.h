// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/assemble/assemble.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/signature_hole.h"
#include "compiler/verify/verify.h"

namespace dossier::driver {

/// What has to parse a PDF, done in a worker that never sees a key. A failure is one sentence,
/// whatever happened over there.
[[nodiscard]] Result<assemble::Assembled> AssembleInWorker(const assemble::Plan& plan);
[[nodiscard]] Result<pdf::SignatureHole> FindHoleInWorker(ByteView prepared);
[[nodiscard]] Result<verify::Verdict> VerifyInWorker(const verify::Request& request);

}  // namespace dossier::driver
