// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// The tasks of compiler/inspect/tasks.h. Each reads one kind of file and answers `EncodeFacts`.
Result<Bytes> InspectPdf(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectHtml(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectText(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectMarkdown(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectTranscript(ByteView input, const AnnouncePages& announce);

/// A proof of time; answers `proofs::Encode`.
Result<Bytes> RunReadProof(ByteView input, const AnnouncePages& announce);

/// The text of a PDF made on the spot, whose letters need poppler's character tables.
Result<Bytes> SelfTest(ByteView input, const AnnouncePages& announce);

/// Reads the page of the self-test, so that the libraries have built their tables.
void WarmUp();

}  // namespace dossier::worker
