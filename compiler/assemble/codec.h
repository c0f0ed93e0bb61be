// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/assemble/assemble.h"
#include "compiler/foundation/result.h"

namespace dossier::assemble {

/// A plan and its product as bytes, for the boundary between the process with the case and the
/// process that parses exhibits.
[[nodiscard]] Bytes Encode(const Plan& plan);
[[nodiscard]] Bytes Encode(const Assembled& assembled);

/// The opposite. Fails on whatever `Encode` does not write; allocates no more than the bytes hold.
Result<Plan> DecodePlan(ByteView bytes);
Result<Assembled> DecodeAssembled(ByteView bytes);

}  // namespace dossier::assemble
