// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::inspect {

/// Raised whenever the readers or the form of the facts change, so that older caches miss.
inline constexpr int kFactsVersion = 5;

/// Facts as bytes, for the way out of the worker and for the cache. `sha256` and `size` are not in
/// them: the side that has the file knows these for sure.
[[nodiscard]] Bytes EncodeFacts(const ExhibitFacts& facts);

/// Total: bytes from a hostile worker or a damaged cache are a failure. Checks that what it returns
/// is coherent (list lengths agree with `pages`) and makes every text harmless (`CleanText`).
Result<ExhibitFacts> DecodeFacts(ByteView bytes);

}  // namespace dossier::inspect
