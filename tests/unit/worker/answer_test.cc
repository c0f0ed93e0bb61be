// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/answer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "compiler/foundation/wire.h"

namespace dossier::worker {
namespace {

std::string Stream(const std::vector<std::pair<RecordKind, std::string>>& records) {
  AnswerFormat format;
  std::string stream = format.Open();
  for (const auto& [kind, payload] : records) stream += format.Head(kind, payload) + payload;
  return stream + format.Close();
}

std::string Pages(std::int64_t count) {
  WireWriter payload;
  payload.Number(count);
  return std::move(payload).Take();
}

TEST(ParseAnswer, JoinsDataAndKeepsRefusals) {
  const auto data = ParseAnswer(
      Stream({{RecordKind::kPages, Pages(3)}, {RecordKind::kData, "a"}, {RecordKind::kData, "b"}}));
  ASSERT_TRUE(data.ok());
  EXPECT_EQ(data->content, "ab");
  EXPECT_FALSE(data->refused);
  const auto refusal = ParseAnswer(Stream({{RecordKind::kRefusal, "no"}}));
  ASSERT_TRUE(refusal.ok());
  EXPECT_TRUE(refusal->refused);
  EXPECT_EQ(refusal->content, "no");
}

TEST(ParseAnswer, SaysHowTheWorkerIsClosed) {
  const auto state = [](const std::string& byte) {
    return ParseAnswer(Stream(
        {{RecordKind::kSandbox, byte}, {RecordKind::kPages, Pages(3)}, {RecordKind::kData, "a"}}));
  };
  ASSERT_TRUE(state("\2").ok());
  EXPECT_EQ(state("\2")->sandbox, Sandbox::kFull);
  EXPECT_EQ(state("\2")->content, "a");
  EXPECT_EQ(state("\1")->sandbox, Sandbox::kPartial);
  EXPECT_FALSE(state("\3").ok());
  EXPECT_FALSE(state("").ok());
  EXPECT_FALSE(state("\2\2").ok());
  EXPECT_EQ(ParseAnswer(Stream({{RecordKind::kData, "a"}}))->sandbox, Sandbox::kNone);
}

TEST(ParseAnswer, RefusesRecordsOutOfOrder) {
  const std::string full = "\2";
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kSandbox, full}, {RecordKind::kSandbox, full}})));
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kPages, Pages(1)}, {RecordKind::kSandbox, full}})));
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kData, "a"}, {RecordKind::kSandbox, full}})));
  EXPECT_FALSE(
      ParseAnswer(Stream({{RecordKind::kPages, Pages(1)}, {RecordKind::kPages, Pages(1)}})));
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kData, "a"}, {RecordKind::kPages, Pages(1)}})));
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kData, "a"}, {RecordKind::kRefusal, "b"}})));
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kRefusal, "b"}, {RecordKind::kData, "a"}})));
  EXPECT_FALSE(ParseAnswer(Stream({{static_cast<RecordKind>('X'), ""}})));
  EXPECT_FALSE(ParseAnswer(Stream({{RecordKind::kEnd, ""}})));
}

TEST(ParseAnswer, RefusesEveryCutAndEveryChangedByte) {
  const std::string good = Stream({{RecordKind::kPages, Pages(2)}, {RecordKind::kData, "fact"}});
  ASSERT_TRUE(ParseAnswer(good).ok());
  for (std::size_t i = 0; i < good.size(); ++i) {
    EXPECT_FALSE(ParseAnswer(good.substr(0, i))) << i;
    std::string changed = good;
    changed[i] = static_cast<char>(changed[i] ^ 0x20);
    EXPECT_FALSE(ParseAnswer(changed)) << i;
  }
  EXPECT_FALSE(ParseAnswer(good + '\0'));
}

/// A hostile worker knows the digest too, so lengths must not be believed.
TEST(ParseAnswer, RefusesLengthsThatTheStreamDoesNotHave) {
  for (const std::uint64_t length : {std::uint64_t{5}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
    crypto::Sha256Stream digest;
    std::string stream = "DOSSANS1D";
    for (int i = 0; i < 8; ++i) stream += static_cast<char>(length >> (8 * i));
    stream += "four";
    digest.Add(stream);
    const Digest value = digest.Finish();
    WireWriter end;
    end.Byte('E');
    end.Count(kDigestSize);
    stream += std::move(end).Take();
    stream.append(value.bytes.begin(), value.bytes.end());
    EXPECT_FALSE(ParseAnswer(stream)) << length;
  }
}

TEST(ParseAnswer, SurvivesRandomBytes) {
  std::mt19937 random(1);  // fixed seed: the same bytes in every run
  for (int round = 0; round < 20'000; ++round) {
    std::string stream = round % 2 == 0 ? "DOSSANS1" : "";
    const std::size_t size = random() % 200;
    for (std::size_t i = 0; i < size; ++i) stream += static_cast<char>(random());
    EXPECT_FALSE(ParseAnswer(stream));
    static_cast<void>(AnnouncedPages(stream));
  }
}

TEST(AnnouncedPages, ComeOnceTheRecordIsThere) {
  const std::string stream = Stream({{RecordKind::kPages, Pages(352)}, {RecordKind::kData, "a"}});
  const std::size_t needed = kMagicSize + kHeadSize + 8;
  EXPECT_EQ(AnnouncedPages(stream.substr(0, needed - 1)), std::nullopt);
  EXPECT_EQ(AnnouncedPages(stream.substr(0, needed)), 352);
  const std::string closed =
      Stream({{RecordKind::kSandbox, "\2"}, {RecordKind::kPages, Pages(352)}});
  EXPECT_EQ(AnnouncedPages(closed.substr(0, needed + kHeadSize)), std::nullopt);
  EXPECT_EQ(AnnouncedPages(closed.substr(0, needed + kHeadSize + 1)), 352);
  EXPECT_EQ(AnnouncedPages(Stream({{RecordKind::kPages, Pages(-1)}})), std::nullopt);
  EXPECT_EQ(AnnouncedPages(Stream({{RecordKind::kData, Pages(1)}})), std::nullopt);
}

}  // namespace
}  // namespace dossier::worker
