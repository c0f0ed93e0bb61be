// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/proof_codec.h"
#include "compiler/proofs/read_proof.h"
#include "compiler/worker/program/exhibit_tasks.h"

namespace dossier::worker {

Result<Bytes> RunReadProof(ByteView input, const AnnouncePages&) {
  const Result<proofs::Proof> proof = proofs::ReadProof(input);
  if (!proof) return proof.failure();
  return proofs::Encode(*proof);
}

}  // namespace dossier::worker
