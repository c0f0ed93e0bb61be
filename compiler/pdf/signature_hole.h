// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::pdf {

/// Where the signature goes in a prepared file. All offsets count from the start of the file; what
/// stands there before and after is in `signature_slot.h`.
struct SignatureHole {
  std::size_t byte_range = 0;  // of the text inside [ ] of /ByteRange
  std::size_t byte_range_size = 0;
  std::size_t contents = 0;         // of the '<' of /Contents
  std::size_t contents_size = 0;    // including < and >
  std::size_t date = 0;             // of the 17 characters of /M, inside ( )
  std::size_t value_key = 0;        // of the private key in the field
  std::size_t permissions_key = 0;  // of the private key in the catalog
  std::size_t flags = 0;            // of /SigFlags
};

/// Finds the reserved signature of a file that `BundleWriter` wrote, through the cross-reference
/// table: text inside an exhibit that looks like a signature is never taken for it.
///
/// Fails, with different words, for a file that was not prepared by this program, one that is
/// signed already, one that is damaged or was added to, one that carries what `verify` would
/// refuse, and one whose reserved place is not as it was written. Runs in a process without a key,
/// because it parses the file.
Result<SignatureHole> FindHole(ByteView pdf);

}  // namespace dossier::pdf
