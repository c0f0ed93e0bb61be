// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/proof_codec.h"

#include <gtest/gtest.h>

namespace dossier::proofs {
namespace {

Proof BlockProof() {
  Proof proof;
  proof.imprint = Bytes(32, 'i');
  proof.anchors = {{AnchorKind::kPending, "https://a.example", 0, ""}, {AnchorKind::kBitcoin, "", 358391, "00ff"}};
  return proof;
}

Proof StampProof() {
  Proof proof;
  proof.hash = crypto::HashKind::kSha512;
  proof.imprint = Bytes(64, 'i');
  crypto::TimeStamp& stamp = proof.stamp.emplace();
  stamp.time = "2024-10-01T08:00:00Z";
  stamp.policy = "1.2.3";
  stamp.serial = "0A";
  stamp.authority = "Invented Time Authority";
  stamp.signature = crypto::TokenSignature::kBroken;
  stamp.signature_reason = "it must have one signer";
  stamp.signer.emplace().sha256.bytes.fill(7);
  return proof;
}

TEST(ProofCodec, GivesBackWhatWasWritten) {
  const auto blocks = Decode(Encode(BlockProof()));
  ASSERT_TRUE(blocks);
  EXPECT_EQ(blocks->imprint, BlockProof().imprint);
  EXPECT_EQ(blocks->anchors, BlockProof().anchors);
  EXPECT_FALSE(blocks->stamp);
  const auto stamp = Decode(Encode(StampProof()));
  ASSERT_TRUE(stamp && stamp->stamp);
  EXPECT_EQ(stamp->stamp->time, "2024-10-01T08:00:00Z");
  EXPECT_EQ(stamp->stamp->authority, "Invented Time Authority");
  EXPECT_EQ(stamp->stamp->signature, crypto::TokenSignature::kBroken);
  EXPECT_EQ(stamp->stamp->imprint, Bytes(64, 'i'));
  EXPECT_EQ(stamp->stamp->signer->sha256, StampProof().stamp->signer->sha256);
}

TEST(ProofCodec, RefusesWhatNoWorkerOfOursWrites) {
  const Bytes good = Encode(BlockProof());
  for (std::size_t size = 0; size < good.size(); ++size) EXPECT_FALSE(Decode(good.substr(0, size))) << size;
  EXPECT_FALSE(Decode(good + "x"));
  Proof nothing = BlockProof();
  nothing.anchors.clear();
  EXPECT_FALSE(Decode(Encode(nothing)));
  Proof both = StampProof();
  both.anchors = BlockProof().anchors;
  EXPECT_FALSE(Decode(Encode(both)));
  Proof short_digest = BlockProof();
  short_digest.imprint.pop_back();
  EXPECT_FALSE(Decode(Encode(short_digest)));
}

TEST(ProofCodec, WordsAreHarmless) {
  Proof proof = StampProof();
  proof.stamp->authority = "a\x1b[31m\nb";
  const auto read = Decode(Encode(proof));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->stamp->authority.find('\x1b'), std::string::npos);
  EXPECT_EQ(read->stamp->authority.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace dossier::proofs
