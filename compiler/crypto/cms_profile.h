// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/x509.h>

#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"

/// The one form of CMS that this program writes and accepts. For the sources of this folder only.
namespace dossier::crypto::internal {

/// The certificates of a signature; `others` in ascending order of their DER.
struct CmsCertificates {
  const X509* signer = nullptr;
  std::vector<const X509*> others;
};

[[nodiscard]] CmsCertificates Arrange(const X509* signer, const std::vector<const X509*>& others);

/// What is signed: the DER of the signed attributes with the tag of a SET (RFC 5652, 5.4).
[[nodiscard]] Bytes SignedAttributes(const CmsCertificates& certificates, const Digest& content);

/// The whole ContentInfo. `verify` builds it again and compares: whatever else stands in a
/// signature value (versions, a second algorithm, unsigned attributes) is thereby refused.
[[nodiscard]] Bytes EncodeCms(const CmsCertificates& certificates, const Digest& content,
                              ByteView signature);

}  // namespace dossier::crypto::internal
