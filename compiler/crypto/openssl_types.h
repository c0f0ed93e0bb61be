// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <memory>
#include <vector>

#include "compiler/crypto/key.h"
#include "compiler/foundation/bytes.h"

/// Owners of OpenSSL values. For the sources of this folder only.
namespace dossier::crypto::internal {

struct Deleter {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(PKCS12* file) const { PKCS12_free(file); }
  void operator()(CMS_ContentInfo* cms) const { CMS_ContentInfo_free(cms); }
  void operator()(STACK_OF(X509) * list) const { sk_X509_pop_free(list, X509_free); }
};

template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

/// A reader over `data`, which must outlive it.
[[nodiscard]] Owned<BIO> Reader(ByteView data);
/// DER of a certificate; empty when OpenSSL cannot write it.
[[nodiscard]] Bytes CertificateDer(const X509* certificate);
[[nodiscard]] CertificateSummary Summarise(const X509* certificate);
/// "2026-01-31T00:00:00Z"; empty when it cannot be read.
[[nodiscard]] std::string TimeText(const ASN1_TIME* time);
/// The common name, else the whole name (RFC 2253).
[[nodiscard]] std::string NameText(const X509_NAME* name);
/// All certificates of a PEM file, in its order.
[[nodiscard]] std::vector<Owned<X509>> ReadPemCertificates(ByteView pem);
/// Why this key must not make or carry a signature; empty when it may.
[[nodiscard]] std::string KeyWeakness(const EVP_PKEY* key);

}  // namespace dossier::crypto::internal

namespace dossier::crypto {

struct SigningKey::State {
  internal::Owned<EVP_PKEY> key;
  internal::Owned<X509> certificate;
  std::vector<internal::Owned<X509>> chain;
};

}  // namespace dossier::crypto
