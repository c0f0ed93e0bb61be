// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/test_key.h"

#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdio>

#include "compiler/crypto/library.h"
#include "compiler/crypto/openssl_types.h"

namespace dossier::crypto {

using internal::Owned;

namespace {

bool SetTime(ASN1_TIME* time, const Day& day) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d%02d%02d000000Z", day.year, day.month, day.day);
  return ASN1_TIME_set_string_X509(time, text.data()) == 1;
}

bool SetSerial(X509* certificate) {
  BIGNUM* number = BN_new();
  const bool set = number != nullptr && BN_rand(number, 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) &&
                   BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
  BN_free(number);
  return set;
}

bool SetName(X509* certificate, const std::string& remark) {
  X509_NAME* name = X509_get_subject_name(certificate);
  const std::string common =
      "dossier TEST KEY, not a qualified signature" + (remark.empty() ? "" : " " + remark);
  const auto add = [&](const char* field, const std::string& value) {
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(value.data()),
                                      static_cast<int>(value.size()), -1, 0) == 1;
  };
  return add("CN", common.substr(0, 64)) && X509_set_issuer_name(certificate, name) == 1;
}

bool AddExtension(X509* certificate, int nid, const char* value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
  const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return added;
}

Owned<X509> MakeCertificate(EVP_PKEY* key, const TestKeyRequest& request) {
  Owned<X509> certificate(X509_new());
  const Day last = FromDayNumber(DayNumber(request.valid_from) + request.valid_days);
  const bool made =
      certificate && X509_set_version(certificate.get(), 2) == 1 && SetSerial(certificate.get()) &&
      SetName(certificate.get(), request.remark) &&
      SetTime(X509_getm_notBefore(certificate.get()), request.valid_from) &&
      SetTime(X509_getm_notAfter(certificate.get()), last) &&
      X509_set_pubkey(certificate.get(), key) == 1 &&
      AddExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") &&
      AddExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation") &&
      X509_sign(certificate.get(), key, EVP_sha256()) > 0;
  if (!made) certificate.reset();
  return certificate;
}

}  // namespace

Result<Bytes> MakeTestKey(const TestKeyRequest& request) {
  internal::StartLibrary();
  const Owned<EVP_PKEY> key(request.kind == TestKeyRequest::Kind::kRsa2048 ? EVP_RSA_gen(2048U)
                                                                           : EVP_EC_gen("P-256"));
  const Owned<X509> certificate = key ? MakeCertificate(key.get(), request) : nullptr;
  const Owned<BIO> out(BIO_new(BIO_s_secmem()));
  if (!certificate || !out ||
      PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
          1 ||
      PEM_write_bio_X509(out.get(), certificate.get()) != 1) {
    internal::ClearErrors();
    return Failure{"a test key could not be made"};
  }
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return Bytes(text, text + size);
}

}  // namespace dossier::crypto
