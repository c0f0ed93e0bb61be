// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/digest.h"

namespace dossier::compose {

/// What a proof of time says that fits a file of an exhibit. Either a time stamp of an authority, or
/// blocks and calendars.
struct ShownProof {
  std::string time;  // "2024-10-01T08:00:00Z", or empty
  std::string by;
  std::vector<std::int64_t> blocks;    // of Bitcoin
  std::vector<std::string> calendars;  // that have not answered yet
};

/// What files show of the way of one exhibit, beyond the register.
struct Provenance {
  std::optional<Digest> original;  // of the file that the exhibit is a working copy of
  std::vector<ShownProof> proofs;
};

using ProvenanceById = std::map<std::string, Provenance, std::less<>>;

}  // namespace dossier::compose
