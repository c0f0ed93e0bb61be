// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/proofs/proof.h"

namespace dossier::proofs {

/// The worker's task: a file in, `Encode(Proof)` out.
inline constexpr std::string_view kReadProofTask = "read-proof";

/// Of the encoding and of what the readers find; kept answers of another version are not used.
inline constexpr int kProofVersion = 1;

[[nodiscard]] Bytes Encode(const Proof& proof);
/// Nothing unless `bytes` are what `Encode` writes; words are made harmless.
[[nodiscard]] std::optional<Proof> Decode(ByteView bytes);

}  // namespace dossier::proofs
