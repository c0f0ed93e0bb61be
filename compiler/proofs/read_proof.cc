// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/read_proof.h"

#include <utility>

#include "compiler/proofs/open_timestamps.h"

namespace dossier::proofs {

Result<Proof> ReadProof(ByteView file) {
  if (file.empty()) return Failure{"it is empty"};
  if (IsOpenTimestamps(file)) return ReadOpenTimestamps(file);
  Result<crypto::TimeStamp> stamp = crypto::ReadTimeStamp(file);
  if (!stamp) return stamp.failure();
  Proof proof;
  proof.hash = stamp->hash;
  proof.imprint = stamp->imprint;
  proof.stamp = std::move(*stamp);
  return proof;
}

}  // namespace dossier::proofs
