// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// The tasks of compiler/inspect/tasks.h whose `SuffixOf` is "-recording".

/// `EncodeFacts` of sound or video, which of the two the tracks decide.
Result<Bytes> InspectRecording(ByteView input, const AnnouncePages& announce);

/// The title of a recording that is made on the spot, `kSelfTestText`.
Result<Bytes> RecordingSelfTest(ByteView input, const AnnouncePages& announce);

}  // namespace dossier::worker
