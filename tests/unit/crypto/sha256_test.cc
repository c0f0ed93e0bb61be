// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/sha256.h"

#include <gtest/gtest.h>

namespace dossier::crypto {
namespace {

// FIPS 180-4 example values.
TEST(Sha256Test, PublishedValues) {
  EXPECT_EQ(Sha256("").ToHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc").ToHex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256Test, PiecesGiveTheSameValue) {
  Sha256Stream stream;
  stream.Add("a");
  stream.Add("");
  stream.Add("bc");
  EXPECT_EQ(stream.Finish(), Sha256("abc"));
}

}  // namespace
}  // namespace dossier::crypto
