// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/wire.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace dossier {
namespace {

Bytes OneNumber(std::int64_t value) {
  WireWriter out;
  out.Number(value);
  return std::move(out).Take();
}

TEST(Wire, GivesBackWhatWasPutIn) {
  Digest digest;
  digest.bytes.front() = 0xFF;
  digest.bytes.back() = 7;
  WireWriter out;
  out.Byte(255);
  out.Flag(true);
  out.Number(std::numeric_limits<std::int64_t>::min());
  out.Number(-3);
  out.Real(-0.1);
  out.Digest(digest);
  out.Text(std::string("a\0b", 3));
  out.Count(2);
  out.Text("");
  out.Text("x");
  const Bytes bytes = std::move(out).Take();
  WireReader in(bytes);
  EXPECT_EQ(in.Byte(), 255);
  EXPECT_TRUE(in.Flag());
  EXPECT_EQ(in.Number(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(in.Small(), -3);
  EXPECT_EQ(in.Real(), -0.1);
  EXPECT_EQ(in.Digest(), digest);
  EXPECT_EQ(in.View(), std::string("a\0b", 3));
  EXPECT_EQ(in.Count(kWireTextSize), 2u);
  EXPECT_EQ(in.Text(), "");
  EXPECT_FALSE(in.Finished());
  EXPECT_EQ(in.Text(), "x");
  EXPECT_TRUE(in.Finished());
}

TEST(Wire, SizesAreThoseOfWhatIsWritten) {
  const auto size = [](auto put) {
    WireWriter out;
    put(out);
    return std::move(out).Take().size();
  };
  EXPECT_EQ(size([](WireWriter& out) { out.Flag(true); }), kWireFlagSize);
  EXPECT_EQ(size([](WireWriter& out) { out.Number(1); }), kWireNumberSize);
  EXPECT_EQ(size([](WireWriter& out) { out.Text(""); }), kWireTextSize);
  EXPECT_EQ(size([](WireWriter& out) { out.Digest({}); }), kWireDigestSize);
}

TEST(WireReader, RefusesCountsThatCannotBe) {
  WireWriter out;
  out.Number(3);
  out.Number(0);
  out.Number(0);
  const Bytes bytes = std::move(out).Take();
  EXPECT_EQ(WireReader(bytes).Count(5), 3u);
  WireReader in(bytes);
  EXPECT_EQ(in.Count(8), 0u);
  EXPECT_FALSE(in.ok());
  const Bytes huge = OneNumber(-1);
  WireReader from_negative(huge);
  EXPECT_EQ(from_negative.Count(1), 0u);
  EXPECT_FALSE(from_negative.ok());
  WireReader text(huge);
  EXPECT_EQ(text.Text(), "");
  EXPECT_FALSE(text.ok());
}

TEST(WireReader, AfterAMistakeEverythingIsEmpty) {
  WireReader in(ByteView("\x02\x01\x01\x01\x01\x01\x01\x01\x01\x01", 10));
  EXPECT_FALSE(in.Flag());
  EXPECT_FALSE(in.ok());
  EXPECT_EQ(in.Number(), 0);
  EXPECT_EQ(in.Small(), 0);
  EXPECT_EQ(in.Byte(), 0);
  EXPECT_EQ(in.Digest(), Digest{});
  EXPECT_EQ(in.Count(1), 0u);
  EXPECT_FALSE(in.Finished());
}

TEST(WireReader, AMistakeOfTheCallersCounts) {
  const Bytes bytes = OneNumber(5);
  WireReader in(bytes);
  in.Fail();
  EXPECT_EQ(in.Number(), 0);
  EXPECT_FALSE(in.ok());
}

TEST(WireReader, TakesNoPartOfAValue) {
  const Bytes bytes = OneNumber(5).substr(0, 7);
  WireReader number(bytes);
  EXPECT_EQ(number.Number(), 0);
  EXPECT_FALSE(number.ok());
  const Bytes half(31, 'x');
  WireReader digest(half);
  EXPECT_EQ(digest.Digest(), Digest{});
  EXPECT_FALSE(digest.ok());
}

TEST(WireReader, HoldsNumbersWithinTheirBounds) {
  const Bytes bytes = OneNumber(11);
  EXPECT_EQ(WireReader(bytes).NumberWithin(0, 11), 11);
  WireReader in(bytes);
  EXPECT_EQ(in.NumberWithin(3, 10), 3);
  EXPECT_FALSE(in.ok());
}

TEST(WireReader, SmallNumbersFitAnInt) {
  constexpr std::int64_t kMost = std::numeric_limits<int>::max();
  constexpr std::int64_t kLeast = std::numeric_limits<int>::min();
  EXPECT_EQ(WireReader(OneNumber(kMost)).Small(), kMost);
  EXPECT_EQ(WireReader(OneNumber(kLeast)).Small(), kLeast);
  for (const std::int64_t value : {kMost + 1, kLeast - 1}) {
    const Bytes bytes = OneNumber(value);
    WireReader in(bytes);
    EXPECT_EQ(in.Small(), 0);
    EXPECT_FALSE(in.ok());
  }
}

}  // namespace
}  // namespace dossier
