// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// The tasks of compiler/reading/codec.h.
Result<Bytes> TellEngine(ByteView input, const AnnouncePages& announce);
Result<Bytes> ReadPage(ByteView input, const AnnouncePages& announce);
Result<Bytes> ReadQuotations(ByteView input, const AnnouncePages& announce);

}  // namespace dossier::worker
