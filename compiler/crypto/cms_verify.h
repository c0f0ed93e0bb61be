// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/crypto/key.h"

namespace dossier::crypto {

enum class Trust { kTrusted, kUntrusted, kCannotCheck };

/// What a trust decision rests on.
struct TrustAnchors {
  /// PEM file with the certificates of trusted authorities.
  Bytes ca_bundle;
  /// Seconds since 1970 at which certificates must be valid; without it dates are not looked at.
  std::optional<std::int64_t> at;
};

/// What a detached CMS signature proves about content.
struct CmsVerdict {
  /// Every reason why the signature does not hold; empty when it holds.
  std::vector<std::string> faults;
  std::optional<CertificateSummary> signer;
  /// The value is exactly of the profile that `MakeCms` writes (PAdES baseline B-B).
  bool cades = false;
  bool has_signing_time = false;
  Trust trust = Trust::kCannotCheck;
  /// Why trust is not `kTrusted`.
  std::string trust_reason;
};

/// Checks a detached CMS signature over the content that `pieces` make when joined.
///
/// Strict: exact DER without anything after it, one SignerInfo, no content inside, SHA-256,
/// content-type and message-digest present once and right, signing-certificate-v2 that names
/// every certificate, no signing-time, a key of sufficient strength, a signature that
/// verifies; beyond that the value must equal what `MakeCms` writes. Trust is a result of its own
/// and never makes a signature that holds a fault. Sources: RFC 5652 (5.3 to 5.6, 11), RFC 5035,
/// ETSI EN 319 142-1 (5.3).
[[nodiscard]] CmsVerdict VerifyCms(ByteView der, const std::vector<ByteView>& pieces,
                                   const std::optional<TrustAnchors>& anchors);

}  // namespace dossier::crypto
