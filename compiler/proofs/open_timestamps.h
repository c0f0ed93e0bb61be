// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/result.h"
#include "compiler/proofs/proof.h"

namespace dossier::proofs {

/// True when `file` begins as a detached OpenTimestamps proof does.
[[nodiscard]] bool IsOpenTimestamps(ByteView file);

/// Reads a detached OpenTimestamps proof, version 1: follows every path from the digest of the file
/// to its end and computes what stands there.
///
/// Steps: SHA-256, SHA-1, RIPEMD-160, append, prepend, reverse, hexlify. After KECCAK-256, which
/// OpenSSL does not have, a path is read on and its end has no merkle root. Source: the reference
/// implementation, python-opentimestamps (core/timestamp.py, core/op.py, core/notary.py), and its
/// limits: messages of 4,096 bytes, payloads of 8,192, addresses of 1,000, 256 steps in a path. Also
/// at most 64 KiB, 4,096 steps and 256 ends in all, so that the time is linear in the size.
/// A failure says what is wrong. Total on hostile input; runs in a worker.
[[nodiscard]] Result<Proof> ReadOpenTimestamps(ByteView file);

}  // namespace dossier::proofs
