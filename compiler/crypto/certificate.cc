// SPDX-License-Identifier: GPL-3.0-or-later
#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdio>
#include <ctime>

#include "compiler/crypto/library.h"
#include "compiler/crypto/openssl_types.h"
#include "compiler/crypto/sha256.h"

namespace dossier::crypto::internal {

namespace {

constexpr int kMinRsaBits = 2048;

std::string CurveName(const EVP_PKEY* key) {
  std::array<char, 64> group{};
  if (EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(),
                                     nullptr) != 1) {
    return {};
  }
  const std::string name = group.data();
  if (name == "prime256v1") return "P-256";
  if (name == "secp384r1") return "P-384";
  if (name == "secp521r1") return "P-521";
  return name;
}

std::string KeyType(const EVP_PKEY* key) {
  if (key == nullptr) return "unknown";
  if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA) {
    return "RSA " + std::to_string(EVP_PKEY_get_bits(key));
  }
  if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) return "EC " + CurveName(key);
  const char* name = EVP_PKEY_get0_type_name(key);
  return name == nullptr ? "unknown" : name;
}

}  // namespace

std::string TimeText(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  std::array<char, 80> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::string NameText(const X509_NAME* subject) {
  const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (at >= 0) {
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, value);
    if (size >= 0) {
      std::string name(utf8, utf8 + size);
      OPENSSL_free(utf8);
      return name;
    }
  }
  const Owned<BIO> out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), subject, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return size > 0 ? std::string(text, text + size) : std::string();
}

Owned<BIO> Reader(ByteView data) {
  return Owned<BIO>(BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
}

Bytes CertificateDer(const X509* certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate, &der);
  if (size <= 0) return {};
  Bytes bytes(der, der + size);
  OPENSSL_free(der);
  return bytes;
}

CertificateSummary Summarise(const X509* certificate) {
  CertificateSummary summary;
  summary.common_name = NameText(X509_get_subject_name(certificate));
  summary.sha256 = Sha256(CertificateDer(certificate));
  summary.valid_from = TimeText(X509_get0_notBefore(certificate));
  summary.valid_to = TimeText(X509_get0_notAfter(certificate));
  summary.key_type = KeyType(X509_get0_pubkey(certificate));
  summary.self_signed =
      X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
  ClearErrors();
  return summary;
}

std::vector<Owned<X509>> ReadPemCertificates(ByteView pem) {
  std::vector<Owned<X509>> certificates;
  const Owned<BIO> reader = Reader(pem);
  while (X509* certificate = PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr)) {
    certificates.emplace_back(certificate);
  }
  ClearErrors();
  return certificates;
}

std::string KeyWeakness(const EVP_PKEY* key) {
  if (key == nullptr) return "the public key of the certificate cannot be read";
  const int kind = EVP_PKEY_get_base_id(key);
  if (kind == EVP_PKEY_RSA) {
    if (EVP_PKEY_get_bits(key) >= kMinRsaBits) return {};
    return "the key is too weak: RSA with " + std::to_string(EVP_PKEY_get_bits(key)) +
           " bits, at least 2048 are needed";
  }
  if (kind == EVP_PKEY_EC) {
    const std::string curve = CurveName(key);
    if (curve == "P-256" || curve == "P-384" || curve == "P-521") return {};
    return "the curve of the key is not supported: " + (curve.empty() ? "unnamed" : curve);
  }
  return "keys of this kind are not supported: " + KeyType(key);
}

}  // namespace dossier::crypto::internal
