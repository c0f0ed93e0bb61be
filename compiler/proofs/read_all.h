// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compiler/cache/store.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/proofs/proof.h"
#include "compiler/worker/run.h"

namespace dossier::proofs {

struct Settings {
  std::string worker_program;  // path of `dossier-worker`
  /// Answers of earlier runs; may be closed.
  cache::Store* cache = nullptr;
  /// Files read at the same time; 0: one a processor.
  int jobs = 0;
  worker::Limits limits{};  // for each file
};

/// What came of one file: a proof, or one sentence why there is none.
struct Reading {
  Digest sha256;  // of the file itself
  std::optional<Proof> proof;
  /// Lower case, no final stop; empty with a proof.
  std::string failure;
};

/// Reads every file in a worker of its own, one answer a file in the order given. Nothing of a file
/// is parsed in this process; a file that is in the cache costs its SHA-256 and no process.
[[nodiscard]] std::vector<Reading> ReadAll(std::span<const ByteView> files, const Settings& settings);

}  // namespace dossier::proofs
