// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "compiler/ocr/engine.h"
#include "compiler/worker/ocr/ocr_tasks.h"

namespace dossier::worker {

Result<Bytes> TellEngine(ByteView, const AnnouncePages&) { return ocr::Version(); }

}  // namespace dossier::worker
