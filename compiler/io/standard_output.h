// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::io {

/// Writes everything to standard output, or says why not: full, closed, nobody reads. The only way
/// in which a result reaches standard output; streams that swallow errors are not used.
Result<Done> WriteStdout(ByteView bytes);

/// The same for standard error. Diagnostics that cannot be shown are a failed run (exit 4).
Result<Done> WriteStderr(ByteView bytes);

}  // namespace dossier::io
