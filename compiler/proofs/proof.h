// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/crypto/time_stamp.h"
#include "compiler/foundation/bytes.h"

namespace dossier::proofs {

/// Where a path of an OpenTimestamps proof ends. Values are stored in caches: never change or reuse
/// a number.
enum class AnchorKind {
  kPending = 0,   // a calendar that has promised to go on
  kBitcoin = 1,   // a block of that chain
  kLitecoin = 2,
  kEthereum = 3,
  kUnknown = 4,   // a kind that is not known here
};
inline constexpr int kAnchorKinds = 5;

/// One end. Nothing here can be checked without the calendar or the chain.
struct Anchor {
  AnchorKind kind = AnchorKind::kUnknown;
  std::string calendar;      // kPending: its address
  std::int64_t height = 0;   // blocks: the number of the block
  /// Bitcoin and Litecoin: the merkle root that this block must have, in hexadecimal digits as
  /// explorers of the chain print it. Empty when the path has a step that is not computed here.
  std::string merkle_root;

  friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// What one proof of time says. It is a proof of `imprint` only; whose digest that is remains to be
/// compared.
struct Proof {
  crypto::HashKind hash = crypto::HashKind::kSha256;
  Bytes imprint;  // of the file that was stamped, `HashSize(hash)` bytes
  std::optional<crypto::TimeStamp> stamp;  // a token of RFC 3161
  std::vector<Anchor> anchors;             // OpenTimestamps; at least one when there is no token
};

}  // namespace dossier::proofs
