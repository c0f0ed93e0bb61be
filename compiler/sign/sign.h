// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/crypto/key.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/signature_hole.h"

namespace dossier::sign {

/// Fills the reserved signature of a prepared file and returns the signed one, of equal length.
///
/// Touches the bytes at the offsets of `hole` and no others, and does not parse the file: this is
/// the only step that holds a key. Before each change the old bytes are compared with what a
/// prepared file has there. Profile: PAdES baseline B-B, certification without permitted changes
/// (ETSI EN 319 142-1, 5.3 and 6.3; ISO 32000-1:2008, 12.8).
///
/// `time` is the claimed time for /M, in seconds since 1970; without it /M stays blank. Fails
/// when the bytes are not as prepared, when the key refuses, or when the signature does not fit.
Result<Bytes> Sign(ByteView prepared, const pdf::SignatureHole& hole, const crypto::SigningKey& key,
                   std::optional<std::int64_t> time);

}  // namespace dossier::sign
