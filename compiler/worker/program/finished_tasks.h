// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// The tasks of compiler/worker/pdf_tasks.h.
Result<Bytes> RunAssemble(ByteView input, const AnnouncePages& announce);
Result<Bytes> RunFindHole(ByteView input, const AnnouncePages& announce);
Result<Bytes> RunVerify(ByteView input, const AnnouncePages& announce);

}  // namespace dossier::worker
