// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/crypto/hash.h"
#include "compiler/crypto/key.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::crypto {

/// Whether the signature of a token belongs to its content and to a certificate that it carries.
/// Says nothing about who that is.
enum class TokenSignature { kHolds = 0, kBroken = 1, kCannotCheck = 2 };

/// What a time-stamp token states (RFC 3161, 2.4.2, TSTInfo) and whether it is whole.
struct TimeStamp {
  HashKind hash = HashKind::kSha256;
  Bytes imprint;       // of the stamped file, `HashSize(hash)` bytes
  std::string time;    // genTime, to the second: "2024-09-30T10:12:00Z"
  std::string policy;  // object identifier: "1.2.3.4.1"
  std::string serial;  // hexadecimal
  /// Who says so: common name of the signer's certificate, else the name in the token. Proves
  /// nothing by itself.
  std::string authority;
  std::optional<CertificateSummary> signer;
  TokenSignature signature = TokenSignature::kCannotCheck;
  /// Why it is not `kHolds`.
  std::string signature_reason;
  /// What makes it a poor proof although it is whole: a digest or a key that is too weak.
  std::string weakness;
};

/// Reads a time-stamp response (RFC 3161, 2.4.2, TimeStampResp) or the token alone, in DER or PEM,
/// of at most 64 KiB.
///
/// The token must be one DER value with nothing after it, a SignedData of one signer over a TSTInfo.
/// The signature is checked with the certificate inside: right key, certificate meant for time
/// stamping, named by the signed attribute signing-certificate (RFC 5816, 2.2.1). Whom that
/// certificate belongs to is not looked at. A failure says why it is not such a file or that the
/// authority refused. Total on hostile input; runs in a worker.
[[nodiscard]] Result<TimeStamp> ReadTimeStamp(ByteView file);

}  // namespace dossier::crypto
