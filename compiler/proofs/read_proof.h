// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/result.h"
#include "compiler/proofs/proof.h"

namespace dossier::proofs {

/// Reads a proof of time of either kind, told apart by content. Runs in a worker.
[[nodiscard]] Result<Proof> ReadProof(ByteView file);

}  // namespace dossier::proofs
