// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/archive/inflate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

namespace dossier::archive {
namespace {

using ::testing::HasSubstr;

std::string Pack(const std::string& data, int frame) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, frame, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, data.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

constexpr int kGzip = 31, kZlib = 15, kRaw = -15;

TEST(Inflate, ReadsOneMemberAndSaysHowLongItIs) {
  const std::string one = Pack("first", kGzip);
  const auto member = ReadGzipMember(one + Pack("second", kGzip), 100);
  ASSERT_TRUE(member.ok());
  EXPECT_EQ(member->content, "first");
  EXPECT_EQ(member->stored_size, one.size());
}

TEST(Inflate, StopsAtTheLimit) {
  const std::string bomb = Pack(std::string(1 << 22, '\0'), kGzip);
  EXPECT_LT(bomb.size(), 10'000u);
  EXPECT_THAT(ReadGzipMember(bomb, 1 << 20).failure().reason, HasSubstr("longer than can be unpacked"));
  EXPECT_TRUE(ReadGzipMember(bomb, 1 << 22).ok());
}

TEST(Inflate, NamesDamage) {
  const std::string packed = Pack("some words that are packed", kGzip);
  for (std::size_t size = 0; size < packed.size(); ++size) {
    EXPECT_FALSE(ReadGzipMember(std::string_view(packed).substr(0, size), 100).ok()) << size;
  }
  std::string changed = packed;
  changed[packed.size() - 6] = static_cast<char>(changed[packed.size() - 6] ^ 1);  // of the CRC
  EXPECT_THAT(ReadGzipMember(changed, 100).failure().reason, HasSubstr("damaged"));
}

TEST(Inflate, ReadsBothFormsOfDeflate) {
  EXPECT_EQ(DecodeDeflate(Pack("words", kZlib), 100).value(), "words");
  EXPECT_EQ(DecodeDeflate(Pack("words", kRaw), 100).value(), "words");
  EXPECT_EQ(DecodeGzip(Pack("", kGzip), 100).value(), "");
  EXPECT_FALSE(DecodeDeflate("no such thing", 100).ok());
}

}  // namespace
}  // namespace dossier::archive
