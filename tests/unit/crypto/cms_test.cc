// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/crypto/cms_sign.h"
#include "compiler/crypto/cms_verify.h"
#include "compiler/crypto/der.h"
#include "compiler/crypto/key.h"
#include "compiler/crypto/sha256.h"
#include "compiler/crypto/test_key.h"

namespace dossier::crypto {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

Bytes Key(TestKeyRequest::Kind kind = TestKeyRequest::Kind::kP256) {
  Result<Bytes> made = MakeTestKey({.kind = kind});
  EXPECT_TRUE(made.ok());
  return std::move(made).value();
}

SigningKey Load(ByteView pem) {
  Result<SigningKey> key = LoadKey(pem, {});
  EXPECT_TRUE(key.ok()) << key.failure().reason;
  return std::move(key).value();
}

CmsVerdict Verify(ByteView cms, std::vector<ByteView> pieces,
                  std::optional<TrustAnchors> anchors = std::nullopt) {
  return VerifyCms(cms, pieces, anchors);
}

TEST(CmsTest, BothKindsOfKeySignAndVerify) {
  for (const auto kind : {TestKeyRequest::Kind::kP256, TestKeyRequest::Kind::kRsa2048}) {
    const SigningKey key = Load(Key(kind));
    const Result<Bytes> cms = MakeCms(key, Sha256("one two"));
    ASSERT_TRUE(cms.ok());
    EXPECT_EQ(DerSize(*cms), cms->size());
    const CmsVerdict verdict = Verify(*cms, {"one", " two"});
    EXPECT_THAT(verdict.faults, IsEmpty());
    EXPECT_TRUE(verdict.cades);
    EXPECT_FALSE(verdict.has_signing_time);
    EXPECT_EQ(verdict.trust, Trust::kCannotCheck);
    ASSERT_TRUE(verdict.signer.has_value());
    EXPECT_THAT(verdict.signer->common_name, StartsWith("dossier TEST KEY"));
    EXPECT_EQ(verdict.signer->sha256, key.Certificate().sha256);
  }
}

TEST(CmsTest, RsaSignsTheSameBytesTwice) {
  const SigningKey key = Load(Key(TestKeyRequest::Kind::kRsa2048));
  EXPECT_EQ(*MakeCms(key, Sha256("x")), *MakeCms(key, Sha256("x")));
}

TEST(CmsTest, ChangedContentIsNamed) {
  const Result<Bytes> cms = MakeCms(Load(Key()), Sha256("paid"));
  EXPECT_THAT(Verify(*cms, {"said"}).faults,
              ElementsAre("the document was changed after it was signed"));
}

TEST(CmsTest, EveryFlippedBitOfTheSignatureIsRefused) {
  const Result<Bytes> cms = MakeCms(Load(Key()), Sha256("paid"));
  for (std::size_t i = 0; i < cms->size(); ++i) {
    Bytes forged = *cms;
    forged[i] = static_cast<char>(forged[i] ^ 0x04);
    const CmsVerdict verdict = Verify(forged, {"paid"});
    EXPECT_FALSE(verdict.faults.empty()) << "byte " << i;
  }
}

TEST(CmsTest, BytesAfterTheValueAreRefused) {
  const Result<Bytes> cms = MakeCms(Load(Key()), Sha256("paid"));
  EXPECT_FALSE(Verify(*cms + Bytes(1, '\0'), {"paid"}).faults.empty());
  EXPECT_FALSE(Verify(cms->substr(0, cms->size() - 1), {"paid"}).faults.empty());
  EXPECT_FALSE(Verify("", {"paid"}).faults.empty());
}

TEST(CmsTest, TrustIsAResultOfItsOwn) {
  const Bytes pem = Key();
  const Bytes other = Key();
  const Result<Bytes> cms = MakeCms(Load(pem), Sha256("paid"));
  const CmsVerdict trusted = Verify(*cms, {"paid"}, TrustAnchors{.ca_bundle = pem, .at = {}});
  EXPECT_EQ(trusted.trust, Trust::kTrusted) << trusted.trust_reason;
  const CmsVerdict untrusted = Verify(*cms, {"paid"}, TrustAnchors{.ca_bundle = other, .at = {}});
  EXPECT_EQ(untrusted.trust, Trust::kUntrusted);
  EXPECT_THAT(untrusted.faults, IsEmpty());
  EXPECT_THAT(untrusted.trust_reason, HasSubstr("self-signed"));
  const CmsVerdict late =
      Verify(*cms, {"paid"}, TrustAnchors{.ca_bundle = pem, .at = 4'000'000'000});
  EXPECT_EQ(late.trust, Trust::kUntrusted);
  const CmsVerdict no_bundle = Verify(*cms, {"paid"}, TrustAnchors{.ca_bundle = "x", .at = {}});
  EXPECT_EQ(no_bundle.trust, Trust::kCannotCheck);
}

TEST(DerTest, LengthsInShortestFormOnly) {
  EXPECT_EQ(DerSize(Der(0x04, Bytes(127, 'x'))), 129U);
  EXPECT_EQ(DerSize(Der(0x04, Bytes(128, 'x'))), 131U);
  EXPECT_EQ(DerSize(Der(0x04, Bytes(70000, 'x'))), 70005U);
  EXPECT_EQ(DerSize(ByteView("\x04\x81\x01x", 4)), std::nullopt);
  EXPECT_EQ(DerSize(ByteView("\x04\x05x", 3)), std::nullopt);
  EXPECT_EQ(DerSize(ByteView("\x30\x80\x00\x00", 4)), std::nullopt);
  EXPECT_EQ(DerSize(ByteView("\x30\x84\xFF\xFF\xFF\xFF", 6)), std::nullopt);
}

}  // namespace
}  // namespace dossier::crypto
