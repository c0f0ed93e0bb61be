// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/archive/pack.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/archive/container.h"
#include "compiler/archive/inflate.h"
#include "tests/support/small_zip.h"

namespace dossier::archive {
namespace {

TEST(Pack, IsReadBackByTheReader) {
  const std::string words(10'000, 'w');
  const std::string ladder("\0\x01\xFE\xFF", 4);
  const auto file = Pack({{"[Content_Types].xml", words}, {"word/a.bin", ladder}, {"empty", ""}});
  ASSERT_TRUE(file.ok());
  EXPECT_LT(file->size(), words.size()) << "long runs are deflated";
  auto container = Container::Open(*file, Names::kExact);
  ASSERT_TRUE(container.ok()) << container.failure().reason;
  ASSERT_EQ(container->members().size(), 3u);
  EXPECT_EQ(container->members()[0].name, "[Content_Types].xml") << "in the order given";
  EXPECT_EQ(container->Read("[Content_Types].xml").value(), words);
  EXPECT_EQ(container->Read("word/a.bin").value(), ladder);
  EXPECT_EQ(container->Find("word/a.bin")->stored_size, 4u) << "what would grow is stored";
  EXPECT_EQ(container->Read("empty").value(), "");
}

TEST(Pack, GivesTheSameBytesForTheSameMembers) {
  const std::vector<NewMember> members{{"a", std::string(500, 'x')}, {"b", "short"}};
  EXPECT_EQ(Pack(members).value(), Pack(members).value());
}

TEST(Pack, StatesTheFirstDayOfTheFormat) {
  const Bytes file = Pack({{"a", "x"}}).value();
  EXPECT_EQ(file.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(file.substr(10, 4), std::string("\0\0\x21\0", 4)) << "1980-01-01, midnight";
}

TEST(Pack, AnEmptyContainerIsWhole) { EXPECT_TRUE(Container::Open(Pack({}).value(), Names::kExact).ok()); }

TEST(Pack, RefusesMoreMembersThanTheFormatCounts) {
  std::vector<NewMember> members(65'535);
  for (std::size_t i = 0; i < members.size(); ++i) members[i].name = std::to_string(i);
  EXPECT_FALSE(Pack(members).ok());
}

TEST(Pack, FramesAndChecksumsAreThoseOfTheStandards) {
  EXPECT_EQ(Crc32("123456789"), 0xCBF43926U);
  EXPECT_EQ(Crc32("some words"), test::Crc32("some words"));
  EXPECT_EQ(Crc32(""), 0U);
  EXPECT_EQ(DecodeDeflate(CompressZlib("words and words").value(), 100).value(), "words and words");
}

}  // namespace
}  // namespace dossier::archive
