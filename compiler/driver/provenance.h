// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/compose/compose.h"
#include "compiler/driver/intake.h"
#include "compiler/driver/request.h"
#include "compiler/driver/session.h"
#include "compiler/foundation/digest.h"
#include "compiler/proofs/read_all.h"

namespace dossier::driver {

/// A file that is kept beside an exhibit and never goes into the bundle, read once.
struct CompanionFile {
  /// None: its original.
  const model::TimeProof* proof = nullptr;
  model::Text path;
  bool present = false;
  Bytes bytes;
  Digest sha256;

  /// "the original of exhibit e14", for messages.
  [[nodiscard]] std::string NameFor(const model::Exhibit& exhibit) const;
  /// Of an original where the register names it; a proof that was only found has no other place
  /// than itself.
  [[nodiscard]] diagnostics::Place Place() const;
};

/// Where the exhibits come from, as far as files show it.
struct Provenance {
  std::vector<std::vector<CompanionFile>> companions;  // in step with the register
  compose::ProvenanceById shown;  // what the list of exhibits says of them
};

/// The files beside the exhibits, without a look inside. Reports: D0017, D0701 and D0703 of
/// originals, D0739 of proofs.
[[nodiscard]] Provenance ReadCompanions(Session& session);

/// Reads the proofs of time in workers, compares each with the files of its exhibit and reports what
/// it shows: D0738 to D0742. The bytes that are compared are those that were inspected.
void JudgeProofs(Session& session, const Request& request, const Intake& intake, Provenance& provenance);

}  // namespace dossier::driver
