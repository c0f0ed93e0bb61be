// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <set>

#include "compiler/crypto/test_key.h"

namespace dossier::crypto {
namespace {

using ::testing::HasSubstr;

Bytes PemOf(TestKeyRequest request = {}) { return MakeTestKey(request).value(); }

Bytes KeyPart(const Bytes& pem) { return pem.substr(0, pem.find("-----BEGIN CERTIFICATE")); }
Bytes CertificatePart(const Bytes& pem) { return pem.substr(pem.find("-----BEGIN CERTIFICATE")); }

EVP_PKEY* RawKey(const Bytes& pem) {
  BIO* in = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  EVP_PKEY* key = PEM_read_bio_PrivateKey(in, nullptr, nullptr, nullptr);
  BIO_free(in);
  return key;
}

X509* RawCertificate(const Bytes& pem) {
  BIO* in = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  X509* certificate = PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
  BIO_free(in);
  return certificate;
}

Bytes Content(BIO* out) {
  char* text = nullptr;
  const long size = BIO_get_mem_data(out, &text);
  Bytes bytes(text, text + size);
  BIO_free(out);
  return bytes;
}

Bytes EncryptedPem(const Bytes& pem, std::string passphrase) {
  EVP_PKEY* key = RawKey(pem);
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_PKCS8PrivateKey(out, key, EVP_aes_256_cbc(), passphrase.data(),
                                static_cast<int>(passphrase.size()), nullptr, nullptr);
  EVP_PKEY_free(key);
  return Content(out) + CertificatePart(pem);
}

Bytes Pkcs12(const Bytes& pem, const char* passphrase) {
  EVP_PKEY* key = RawKey(pem);
  X509* certificate = RawCertificate(pem);
  PKCS12* file = PKCS12_create(passphrase, "key", key, certificate, nullptr, 0, 0, 1000, 1000, 0);
  BIO* out = BIO_new(BIO_s_mem());
  i2d_PKCS12_bio(out, file);
  PKCS12_free(file);
  EVP_PKEY_free(key);
  X509_free(certificate);
  return Content(out);
}

std::string Refusal(ByteView file, std::optional<std::string> passphrase = std::nullopt) {
  const Result<SigningKey> key = LoadKey(file, [&] { return passphrase; });
  return key.ok() ? "accepted" : key.failure().reason;
}

TEST(KeyTest, PemInAnyOrder) {
  const Bytes pem = PemOf();
  EXPECT_EQ(Refusal(pem), "accepted");
  EXPECT_EQ(Refusal(CertificatePart(pem) + KeyPart(pem)), "accepted");
}

TEST(KeyTest, EncryptedPem) {
  const Bytes pem = EncryptedPem(PemOf(), "correct");
  EXPECT_EQ(Refusal(pem, "correct"), "accepted");
  EXPECT_EQ(Refusal(pem, "other"), "the passphrase is wrong");
  EXPECT_EQ(Refusal(pem), "the key is encrypted and no passphrase was given");
}

TEST(KeyTest, Pkcs12) {
  const Bytes file = Pkcs12(PemOf(), "correct");
  EXPECT_EQ(Refusal(file, "correct"), "accepted");
  EXPECT_EQ(Refusal(file, "other"), "the passphrase is wrong");
  EXPECT_EQ(Refusal(file), "the key is encrypted and no passphrase was given");
  EXPECT_EQ(Refusal(Pkcs12(PemOf(), "")), "accepted");
}

TEST(KeyTest, PassphraseIsAskedOnceAndOnlyWhenNeeded) {
  int asked = 0;
  const PassphraseSource source = [&]() -> std::optional<std::string> {
    ++asked;
    return "other";
  };
  EXPECT_TRUE(LoadKey(PemOf(), source).ok());
  EXPECT_EQ(asked, 0);
  EXPECT_FALSE(LoadKey(EncryptedPem(PemOf(), "correct"), source).ok());
  EXPECT_EQ(asked, 1);
}

TEST(KeyTest, EveryRefusalHasItsOwnWords) {
  const Bytes pem = PemOf();
  const Bytes other = PemOf();
  Bytes broken = pem;
  broken.replace(60, 8, "AAAAAAAA");
  const std::vector<std::string> refusals = {
      Refusal(""),
      Refusal("not a key"),
      Refusal(CertificatePart(pem)),
      Refusal(KeyPart(pem)),
      Refusal(KeyPart(pem) + CertificatePart(other)),
      Refusal(broken),
      Refusal(EncryptedPem(pem, "a"), "b"),
      Refusal(EncryptedPem(pem, "a")),
  };
  EXPECT_EQ(std::set<std::string>(refusals.begin(), refusals.end()).size(), refusals.size())
      << ::testing::PrintToString(refusals);
  for (const std::string& refusal : refusals) EXPECT_NE(refusal, "accepted");
}

TEST(KeyTest, WeakKeyIsRefused) {
  EVP_PKEY* key = EVP_RSA_gen(1024U);
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_PKCS8PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
  EVP_PKEY_free(key);
  EXPECT_THAT(Refusal(Content(out) + CertificatePart(PemOf())), HasSubstr("1024 bits"));
}

TEST(KeyTest, SummaryNamesTheTestKey) {
  const Bytes pem =
      PemOf({.kind = TestKeyRequest::Kind::kP256, .valid_from = {2026, 1, 31}, .valid_days = 28});
  const CertificateSummary summary = LoadKey(pem, {}).value().Certificate();
  EXPECT_EQ(summary.common_name, "dossier TEST KEY, not a qualified signature");
  EXPECT_EQ(summary.valid_from, "2026-01-31T00:00:00Z");
  EXPECT_EQ(summary.valid_to, "2026-02-28T00:00:00Z");
  EXPECT_EQ(summary.key_type, "EC P-256");
  EXPECT_TRUE(summary.self_signed);
}

TEST(KeyTest, OnlyTheOwnerMayRead) {
  EXPECT_EQ(KeyModeProblem(0600), std::nullopt);
  EXPECT_EQ(KeyModeProblem(0400), std::nullopt);
  for (const unsigned mode : {0644U, 0640U, 0604U, 0700U, 0000U}) {
    EXPECT_NE(KeyModeProblem(mode), std::nullopt) << mode;
  }
  EXPECT_THAT(*KeyModeProblem(0644), HasSubstr("0644"));
}

TEST(KeyTest, CleanseEmpties) {
  std::string secret = "secret";
  Cleanse(secret);
  EXPECT_EQ(secret, "");
}

}  // namespace
}  // namespace dossier::crypto
