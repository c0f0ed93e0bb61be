// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/open_timestamps.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "tests/unit/proofs/ots_bytes.h"

namespace dossier::proofs {
namespace {

using namespace testing_support;  // NOLINT: the words of the format
using crypto::Hash;
using crypto::HashKind;

std::string HexFromTheEnd(const Bytes& bytes) {
  std::string hex;
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    hex += kDigits[static_cast<unsigned char>(*byte) >> 4U];
    hex += kDigits[static_cast<unsigned char>(*byte) & 0xFU];
  }
  return hex;
}

Bytes Sha256Of(const Bytes& bytes) { return Hash(HashKind::kSha256, bytes); }

std::string Reason(const Bytes& file) {
  const Result<Proof> proof = ReadOpenTimestamps(file);
  return proof ? "read" : proof.failure().reason;
}

TEST(OpenTimestamps, FollowsAPathToABlock) {
  const Bytes path = Append("salt") + kSha256Step + Prepend("left") + kSha256Step + Bitcoin(358391);
  const Result<Proof> proof = ReadOpenTimestamps(ProofOf("an invented file", path));
  ASSERT_TRUE(proof.ok()) << proof.failure().reason;
  EXPECT_EQ(proof->imprint, Sha256Of("an invented file"));
  EXPECT_FALSE(proof->stamp);
  const Bytes root = Sha256Of("left" + Sha256Of(Sha256Of("an invented file") + "salt"));
  ASSERT_EQ(proof->anchors.size(), 1U);
  EXPECT_EQ(proof->anchors[0], (Anchor{AnchorKind::kBitcoin, "", 358391, HexFromTheEnd(root)}));
}

TEST(OpenTimestamps, EveryForkGoesOnFromWhereItForked) {
  const Bytes paths = kFork + Append("a") + kSha256Step + kFork + Pending("https://one.example.org") + Bitcoin(1) +
                      Append("b") + kSha256Step + Bitcoin(2);
  const Result<Proof> proof = ReadOpenTimestamps(ProofOf("x", paths));
  ASSERT_TRUE(proof.ok()) << proof.failure().reason;
  ASSERT_EQ(proof->anchors.size(), 3U);
  EXPECT_EQ(proof->anchors[0], (Anchor{AnchorKind::kPending, "https://one.example.org", 0, ""}));
  EXPECT_EQ(proof->anchors[1].merkle_root, HexFromTheEnd(Sha256Of(Sha256Of("x") + "a")));
  EXPECT_EQ(proof->anchors[2].merkle_root, HexFromTheEnd(Sha256Of(Sha256Of("x") + "b")));
}

TEST(OpenTimestamps, StepsThatAreNotComputedLeaveTheRootOpen) {
  const Result<Proof> proof = ReadOpenTimestamps(ProofOf("x", kKeccakStep + Append("y") + kSha256Step + Bitcoin(7)));
  ASSERT_TRUE(proof.ok()) << proof.failure().reason;
  EXPECT_EQ(proof->anchors[0], (Anchor{AnchorKind::kBitcoin, "", 7, ""}));
}

TEST(OpenTimestamps, ReverseAndHexlifyAreRead) {
  // A root has 32 bytes: 16 bytes of the hexadecimal form are none, so it is hashed again.
  const Result<Proof> proof = ReadOpenTimestamps(ProofOf("x", "\xf2\xf3" + kSha256Step + Bitcoin(7)));
  ASSERT_TRUE(proof.ok()) << proof.failure().reason;
  EXPECT_EQ(proof->anchors[0].merkle_root, HexFromTheEnd(Sha256Of(HexFromTheEnd(Sha256Of("x")))));
}

TEST(OpenTimestamps, Sha1ProofsAreReadAsSuch) {
  const Bytes file = Magic() + kSha1Step + Hash(HashKind::kSha1, "x") + kSha256Step + Bitcoin(7);
  const Result<Proof> proof = ReadOpenTimestamps(file);
  ASSERT_TRUE(proof.ok()) << proof.failure().reason;
  EXPECT_EQ(proof->hash, HashKind::kSha1);
  EXPECT_EQ(proof->imprint, Hash(HashKind::kSha1, "x"));
}

TEST(OpenTimestamps, UnknownEndsAreKeptAndNamedSo) {
  const Result<Proof> proof = ReadOpenTimestamps(ProofOf("x", End("12345678", "whatever")));
  ASSERT_TRUE(proof.ok()) << proof.failure().reason;
  EXPECT_EQ(proof->anchors[0].kind, AnchorKind::kUnknown);
}

TEST(OpenTimestamps, SaysWhatIsWrong) {
  const Bytes good = ProofOf("x", kSha256Step + Bitcoin(1));
  EXPECT_EQ(Reason("a text"), "it is not an OpenTimestamps proof");
  EXPECT_EQ(Reason(good + "more"), "something follows its end");
  EXPECT_EQ(Reason(ProofOf("x", "\x42")), "it holds a step that is not known here");
  EXPECT_EQ(Reason(ProofOf("x", kFork + kFork)), "it holds a step that is not known here");
  EXPECT_EQ(Reason(ProofOf("x", Append("short") + Bitcoin(1))), "the end of one of its paths is damaged");
  EXPECT_EQ(Reason(ProofOf("x", Pending("https://a.example/?q=1"))), "the end of one of its paths is damaged");
  EXPECT_EQ(Reason(Magic() + kKeccakStep + Bytes(32, 'x') + Bitcoin(1)),
            "it is over KECCAK-256, which is not computed here");
  Bytes later = good;
  later[31] = '\x02';
  EXPECT_EQ(Reason(later), "its version is 2, and only 1 is read");
  for (std::size_t size = 31; size < good.size(); ++size) {
    EXPECT_EQ(Reason(good.substr(0, size)), "it is cut off or damaged") << size;
  }
}

TEST(OpenTimestamps, HostileSizesAreRefusedAtOnce) {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += kSha256Step;
  EXPECT_EQ(Reason(ProofOf("x", deep + Bitcoin(1))), "one of its paths has more than 256 steps");
  EXPECT_EQ(Reason(ProofOf("x", Bytes(70'000, '\x08'))), "it is longer than 64 KiB");
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += kFork + Bytes(30, '\x08') + Pending("");
  EXPECT_EQ(Reason(ProofOf("x", wide + Bitcoin(1))), "it has more than 4096 steps");
  std::string many;
  for (int i = 0; i < 300; ++i) many += kFork + Pending("");
  EXPECT_EQ(Reason(ProofOf("x", many + Bitcoin(1))), "it has more than 256 ends");
  std::string growing;
  for (int i = 0; i < 8; ++i) growing += "\xf3";
  EXPECT_EQ(Reason(ProofOf("x", growing + Bitcoin(1))), "one of its messages is longer than 4096 bytes");
  EXPECT_EQ(Reason(ProofOf("x", "\xf0" + Bytes(10, '\xff'))), "it is cut off or damaged");
}

/// The longest file of the costliest steps: every one runs over a message of 4,096 bytes.
TEST(OpenTimestamps, WorstCaseTakesLittleTime) {
  std::string steps = Append(Bytes(4064, 'x'));
  for (int i = 0; i < 250; ++i) steps += "\xf2";
  std::string paths;
  while (paths.size() + steps.size() < 60'000) paths += kFork + steps + End("12345678", "");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(Reason(ProofOf("x", paths + Pending(""))), "read");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(OpenTimestamps, MutationsNeverGiveAnotherImprintForTheSameFile) {
  const Bytes good = ProofOf("x", kFork + kSha256Step + Pending("https://a.example") + Append("y") + kSha256Step + Bitcoin(9));
  const Bytes imprint = Sha256Of("x");
  std::mt19937 random(7);
  int read = 0;
  for (int round = 0; round < 20'000; ++round) {
    Bytes file = good;
    file[random() % file.size()] = static_cast<char>(random());
    const Result<Proof> proof = ReadOpenTimestamps(file);
    if (!proof) continue;
    ++read;
    // Whoever changes the digest proves another file.
    if (file.substr(32, 33) == good.substr(32, 33)) {
      EXPECT_EQ(proof->imprint, imprint);
    }
  }
  EXPECT_GT(read, 0);
}

}  // namespace
}  // namespace dossier::proofs
