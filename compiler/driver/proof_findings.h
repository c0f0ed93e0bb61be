// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/compose/compose.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/proofs/read_all.h"

namespace dossier::driver {

/// What is known of one proof of time of one exhibit.
struct ProofVerdict {
  const model::Exhibit* exhibit = nullptr;
  const model::Text* path = nullptr;  // of the proof
  const proofs::Reading* reading = nullptr;
  const std::string* fits = nullptr;  // the file that it was made for, of this exhibit
  bool comparable = false;            // false: the file that it may be of is not there
  std::optional<Date> filing;
};

/// It was made for a file of the exhibit, and what it carries of a signature is right. Says nothing
/// of who made it.
[[nodiscard]] bool Holds(const ProofVerdict& verdict);

/// Reports: D0738 to D0742.
void ReportProof(const ProofVerdict& verdict, diagnostics::Sink& sink);

/// What the list of exhibits says of a proof that holds.
[[nodiscard]] compose::ShownProof Shown(const proofs::Proof& proof);

}  // namespace dossier::driver
