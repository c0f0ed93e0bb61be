// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/result.h"
#include "compiler/verify/verify.h"

namespace dossier::verify {

/// A request and its verdict as bytes, for the boundary to the process that parses the file.
[[nodiscard]] Bytes Encode(const Request& request);
[[nodiscard]] Bytes Encode(const Verdict& verdict);

/// The opposite. Fails on whatever `Encode` does not write; allocates no more than the bytes hold.
Result<Request> DecodeRequest(ByteView bytes);
Result<Verdict> DecodeVerdict(ByteView bytes);

}  // namespace dossier::verify
