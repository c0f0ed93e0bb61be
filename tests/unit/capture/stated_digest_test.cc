// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/stated_digest.h"

#include <gtest/gtest.h>

namespace dossier::capture {
namespace {

// Of the empty text: FIPS 180-4 and RFC 4648.
TEST(CheckDigest, ReadsBothForms) {
  EXPECT_EQ(CheckDigest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", ""), Proof::kHolds);
  EXPECT_EQ(CheckDigest("SHA-1:3i42h3s6nnfq2msvx7xzkyayscx5qbyj", ""), Proof::kHolds);
  EXPECT_EQ(CheckDigest("sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709", ""), Proof::kHolds);
  EXPECT_EQ(CheckDigest("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ""), Proof::kHolds);
  EXPECT_EQ(CheckDigest("sha-256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====", ""), Proof::kHolds);
  EXPECT_EQ(CheckDigest("md5:d41d8cd98f00b204e9800998ecf8427e", ""), Proof::kHolds);
}

TEST(CheckDigest, TellsDifferentFromUnknown) {
  EXPECT_EQ(CheckDigest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", "x"), Proof::kDiffers);
  for (const char* stated : {"", "sha1", "sha1:", "sha1:XX", "blake3:00", "sha256:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", ":::"}) {
    EXPECT_EQ(CheckDigest(stated, ""), Proof::kNone) << stated;
    EXPECT_FALSE(IsKnownDigest(stated)) << stated;
  }
}

TEST(Both, PutsTheWorstFirst) {
  EXPECT_EQ(Both(Proof::kHolds, Proof::kDiffers), Proof::kDiffers);
  EXPECT_EQ(Both(Proof::kHolds, Proof::kNone), Proof::kHolds);
  EXPECT_EQ(Both(Proof::kNone, Proof::kNone), Proof::kNone);
}

}  // namespace
}  // namespace dossier::capture
