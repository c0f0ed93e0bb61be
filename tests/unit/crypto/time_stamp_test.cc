// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/time_stamp.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <random>
#include <string_view>

#include "compiler/crypto/der.h"

namespace dossier::crypto {
namespace {

/// A response that `openssl ts -reply` of an invented authority gave for `kStamped`.
constexpr std::string_view kStamped = "an invented exhibit\n";
constexpr std::string_view kResponse =
    "MIIDxzADAgEAMIIDvgYJKoZIhvcNAQcCoIIDrzCCA6sCAQMxDzANBglghkgBZQMEAgEFADCBoQYLKoZIhvcNAQkQ"
    "AQSggZEEgY4wgYsCAQEGBCoDBAEwMTANBglghkgBZQMEAgEFAAQgZCMqOTWeimMw9hT3VniPzzE5ZMowPnFlx1O/"
    "fsRgAiACAQIYDzIwMjYxMTMwMDYzNzEzWjADAgEBAQH/AgkAnY3IIYa0HQCgJqQkMCIxIDAeBgNVBAMMF0ludmVu"
    "dGVkIFRpbWUgQXV0aG9yaXR5oIIBpzCCAaMwggFJoAMCAQICFDcYBnrLlNUT1leVc2trN+VIO397MAoGCCqGSM49"
    "BAMCMBgxFjAUBgNVBAMMDUludmVudGVkIFJvb3QwHhcNMjYxMTMwMDYzNzEyWhcNMzYxMTI3MDYzNzEyWjAiMSAw"
    "HgYDVQQDDBdJbnZlbnRlZCBUaW1lIEF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN6RamxwDNNz"
    "abW6BPIDp47xegQHp0/CkMRLIE8g9W7ng5eVmtNf+PYU9TIRobPQxLHS65Tit6w/EVGeBvepeVWjZzBlMBYGA1Ud"
    "JQEB/wQMMAoGCCsGAQUFBwMIMAsGA1UdDwQEAwIHgDAdBgNVHQ4EFgQUrsNLHf5PdSKWDuYk9Wfc3KUjXKwwHwYD"
    "VR0jBBgwFoAUE/4nQbQnggdcMT5ob1Jtqr10CKIwCgYIKoZIzj0EAwIDSAAwRQIhAOudO2SFn8YRcQd77ldCKsed"
    "NEX61hiB6rAp5e7jfxlaAiBrgOOmbHvPB/EIE+zU4mPMldsu7ySAw0mqHpgsqYQbzDGCAUQwggFAAgEBMDAwGDEW"
    "MBQGA1UEAwwNSW52ZW50ZWQgUm9vdAIUNxgGesuU1RPWV5Vza2s35Ug7f3swDQYJYIZIAWUDBAIBBQCggaQwGgYJ"
    "KoZIhvcNAQkDMQ0GCyqGSIb3DQEJEAEEMBwGCSqGSIb3DQEJBTEPFw0yNjExMzAwNjM3MTNaMC8GCSqGSIb3DQEJ"
    "BDEiBCA+V8TF8dkfit4KdqIPIkO84ezcJ6GsIVy8LmkW3SooaTA3BgsqhkiG9w0BCRACLzEoMCYwJDAiBCDCsixd"
    "KQ4jUqkYgCnvJoE3vg6haUMlybUzoTFL+pFzKzAKBggqhkjOPQQDAgRHMEUCIQDMr9s1Mtv+xiPGSGfMPKuk5Y9N"
    "GksJbGRdbtN3tlL4XAIgME2RmT0E2yNqWFciTZCPVonTL3qBh4AtfEXrRk4CeE4=";

Bytes Response() {
  Bytes bytes(kResponse.size() / 4 * 3, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()),
                                   reinterpret_cast<const unsigned char*>(kResponse.data()),
                                   static_cast<int>(kResponse.size()));
  EXPECT_GT(size, 0);
  // The block is padded with zeros; the first DER value is the response.
  return bytes.substr(0, DerSize(bytes).value_or(0));
}

/// The token alone: what follows the status.
Bytes Token() {
  const Bytes response = Response();
  const ByteView whole = DerContent(response, kDerSequence).value_or(ByteView());
  return Bytes(whole.substr(DerSize(whole).value_or(0)));
}

std::string Reason(ByteView file) {
  const Result<TimeStamp> stamp = ReadTimeStamp(file);
  return stamp ? "read" : stamp.failure().reason;
}

TEST(TimeStampTest, ReadsAResponse) {
  const Result<TimeStamp> stamp = ReadTimeStamp(Response());
  ASSERT_TRUE(stamp.ok()) << stamp.failure().reason;
  EXPECT_EQ(stamp->hash, HashKind::kSha256);
  EXPECT_EQ(stamp->imprint, Hash(HashKind::kSha256, kStamped));
  EXPECT_EQ(stamp->time, "2026-11-30T06:37:13Z");
  EXPECT_EQ(stamp->policy, "1.2.3.4.1");
  EXPECT_EQ(stamp->authority, "Invented Time Authority");
  EXPECT_EQ(stamp->signature, TokenSignature::kHolds) << stamp->signature_reason;
  EXPECT_EQ(stamp->weakness, "");
}

TEST(TimeStampTest, ReadsATokenAlone) {
  const Result<TimeStamp> stamp = ReadTimeStamp(Token());
  ASSERT_TRUE(stamp.ok()) << stamp.failure().reason;
  EXPECT_EQ(stamp->signature, TokenSignature::kHolds);
}

TEST(TimeStampTest, ReadsArmour) {
  std::string lines = "-----BEGIN PKCS7-----\n";
  const Bytes token = Token();
  Bytes text(token.size() * 2, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(token.data()),
                                   static_cast<int>(token.size()));
  text.resize(static_cast<std::size_t>(size));
  for (std::size_t at = 0; at < text.size(); at += 64) lines += text.substr(at, 64) + "\n";
  EXPECT_EQ(Reason(lines + "-----END PKCS7-----\n"), "read");
  EXPECT_EQ(Reason("-----BEGIN PKCS7-----\nAAAA\n-----END PKCS7-----\n"), "it is not a time-stamp token");
  EXPECT_EQ(Reason("-----BEGIN "), "it is not a time-stamp token");
}

TEST(TimeStampTest, SaysWhatIsWrong) {
  EXPECT_EQ(Reason("a text"), "it is not a time-stamp token");
  EXPECT_EQ(Reason(""), "it is not a time-stamp token");
  EXPECT_EQ(Reason(Response() + "x"), "it is not a time-stamp token");
  EXPECT_EQ(Reason(Bytes(70'000, 'x')), "it is longer than 64 KiB");
  // PKIStatus rejection (2), no token.
  EXPECT_EQ(Reason(DerSequence({DerSequence({Der(kDerInteger, "\x02")})})), "the authority refused to stamp");
  const Bytes good = Response();
  for (std::size_t size = 0; size < good.size(); size += 7) EXPECT_NE(Reason(good.substr(0, size)), "read") << size;
}

/// One changed bit anywhere: unreadable, a broken signature, or one of the few bits that nothing
/// binds, and then nothing of what is told may differ.
TEST(TimeStampTest, NoChangeGoesUnnoticed) {
  const Bytes good = Response();
  const Result<TimeStamp> before = ReadTimeStamp(good);
  ASSERT_TRUE(before.ok());
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned bit : {1U, 0x40U}) {
      Bytes changed = good;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ bit);
      const Result<TimeStamp> stamp = ReadTimeStamp(changed);
      if (!stamp || stamp->signature != TokenSignature::kHolds) continue;
      EXPECT_EQ(stamp->imprint, before->imprint) << at;
      EXPECT_EQ(stamp->time, before->time) << at;
      EXPECT_EQ(stamp->policy, before->policy) << at;
      EXPECT_EQ(stamp->authority, before->authority) << at;
    }
  }
}

TEST(TimeStampTest, RandomBytesAreNoToken) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    Bytes bytes(random() % 300, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    if (!bytes.empty()) bytes[0] = '\x30';
    EXPECT_NE(Reason(bytes), "read");
  }
}

// FIPS 180-4 and ISO/IEC 10118-3 example values for "abc", first bytes.
TEST(HashTest, PublishedValues) {
  const auto begins = [](HashKind kind, std::string_view bytes) {
    const Bytes value = Hash(kind, "abc");
    EXPECT_EQ(value.size(), HashSize(kind));
    EXPECT_EQ(value.substr(0, bytes.size()), bytes);
  };
  begins(HashKind::kSha256, "\xba\x78\x16\xbf");
  begins(HashKind::kSha384, std::string_view("\xcb\x00\x75\x3f", 4));
  begins(HashKind::kSha512, "\xdd\xaf\x35\xa1");
  begins(HashKind::kSha1, "\xa9\x99\x3e\x36");
  begins(HashKind::kRipemd160, "\x8e\xb2\x08\xf7");
  EXPECT_TRUE(IsWeak(HashKind::kSha1));
  EXPECT_FALSE(IsWeak(HashKind::kSha256));
}

}  // namespace
}  // namespace dossier::crypto
