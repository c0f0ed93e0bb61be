// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/codec.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace dossier::worker {
namespace {

TEST(Codec, GivesBackWhatWasPutIn) {
  Encoder out;
  out.Byte(255);
  out.Flag(true);
  out.Number(std::numeric_limits<std::int64_t>::min());
  out.Real(-0.1);
  out.String(std::string("a\0b", 3));
  out.Count(2);
  out.String("");
  out.String("x");
  const Bytes bytes = std::move(out).Take();
  Decoder in(bytes);
  EXPECT_EQ(in.Byte(), 255);
  EXPECT_TRUE(in.Flag());
  EXPECT_EQ(in.Number(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(in.Real(), -0.1);
  EXPECT_EQ(in.String(), std::string("a\0b", 3));
  EXPECT_EQ(in.Count(8), 2u);
  EXPECT_EQ(in.String(), "");
  EXPECT_FALSE(in.Finished());
  EXPECT_EQ(in.String(), "x");
  EXPECT_TRUE(in.Finished());
}

TEST(Decoder, RefusesCountsThatCannotBe) {
  Encoder out;
  out.Number(3);
  out.Number(0);
  out.Number(0);
  const Bytes bytes = std::move(out).Take();
  EXPECT_EQ(Decoder(bytes).Count(5), 3u);
  Decoder in(bytes);
  EXPECT_EQ(in.Count(8), 0u);
  EXPECT_FALSE(in.ok());
  Encoder negative;
  negative.Number(-1);
  const Bytes huge = std::move(negative).Take();
  Decoder from_negative(huge);
  EXPECT_EQ(from_negative.Count(1), 0u);
  EXPECT_FALSE(from_negative.ok());
  Decoder string(huge);
  EXPECT_EQ(string.String(), "");
  EXPECT_FALSE(string.ok());
}

TEST(Decoder, AfterAMistakeEverythingIsEmpty) {
  Decoder in(ByteView("\x02\x01\x01\x01\x01\x01\x01\x01\x01\x01", 10));
  EXPECT_FALSE(in.Flag());
  EXPECT_FALSE(in.ok());
  EXPECT_EQ(in.Number(), 0);
  EXPECT_EQ(in.Byte(), 0);
  EXPECT_FALSE(in.Finished());
}

TEST(Decoder, HoldsNumbersWithinTheirBounds) {
  Encoder out;
  out.Number(11);
  const Bytes bytes = std::move(out).Take();
  EXPECT_EQ(Decoder(bytes).NumberWithin(0, 11), 11);
  Decoder in(bytes);
  EXPECT_EQ(in.NumberWithin(3, 10), 3);
  EXPECT_FALSE(in.ok());
}

}  // namespace
}  // namespace dossier::worker
