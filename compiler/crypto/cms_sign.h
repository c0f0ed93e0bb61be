// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/crypto/key.h"

namespace dossier::crypto {

/// A detached CMS signature over content with the SHA-256 value `content`, in DER.
///
/// Profile: PAdES baseline B-B (ETSI EN 319 142-1, 5.3): SignedData of RFC 5652 with one
/// SignerInfo; signed attributes content-type, message-digest, signing-certificate-v2 (RFC 5035)
/// and no signing-time; SHA-256; RSA PKCS#1 v1.5 or ECDSA; the signer's certificate and those
/// above it. Built by hand: OpenSSL's own functions always add a signing-time.
///
/// RSA gives equal bytes for equal input; ECDSA of OpenSSL 3.0 does not.
Result<Bytes> MakeCms(const SigningKey& key, const Digest& content);

}  // namespace dossier::crypto
