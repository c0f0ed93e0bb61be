// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/sign/sign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/assemble/assemble.h"
#include "compiler/crypto/cms_verify.h"
#include "compiler/crypto/der.h"
#include "compiler/crypto/test_key.h"
#include "compiler/pdf/finished_file.h"
#include "compiler/pdf/signature_slot.h"
#include "tests/unit/assemble/small_plan.h"

namespace dossier::sign {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::int64_t kTime = 1769854500;  // 2026-01-31T10:15:00Z

const crypto::SigningKey& Key() {
  static const crypto::SigningKey key =
      std::move(crypto::LoadKey(crypto::MakeTestKey({}).value(), {})).value();
  return key;
}

const assemble::Assembled& Prepared() {
  static const assemble::Assembled made =
      assemble::Assemble(assemble::testing_support::MakePlan()).value();
  return made;
}

std::string Refusal(const Bytes& bytes, const pdf::SignatureHole& hole) {
  const Result<Bytes> made = Sign(bytes, hole, Key(), kTime);
  return made.ok() ? "accepted" : made.failure().reason;
}

Bytes Unhex(ByteView digits) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

TEST(SignTest, FillsTheReservedPlace) {
  const Result<Bytes> made = Sign(Prepared().bytes, Prepared().hole, Key(), kTime);
  ASSERT_TRUE(made.ok()) << made.failure().reason;
  EXPECT_EQ(made->size(), Prepared().bytes.size());
  EXPECT_THAT(*made, HasSubstr("/M (D:20260131101500Z)"));
  const Result<pdf::FinishedFile> file = pdf::ReadFinished(*made);
  ASSERT_TRUE(file.ok()) << file.failure().reason;
  EXPECT_TRUE(file->signature.is_signed);
  EXPECT_FALSE(file->signature.prepared);
  EXPECT_TRUE(file->signature.certifies);
  EXPECT_EQ(file->signature.flags, 3);
}

TEST(SignTest, TheValueSignsEverythingAroundIt) {
  const Bytes made = Sign(Prepared().bytes, Prepared().hole, Key(), kTime).value();
  const pdf::SignatureHole& hole = Prepared().hole;
  const ByteView file = made;
  Bytes cms = Unhex(file.substr(hole.contents + 1, hole.contents_size - 2));
  cms.resize(crypto::DerSize(cms).value_or(0));
  const auto verdict = crypto::VerifyCms(
      cms, {file.substr(0, hole.contents), file.substr(hole.contents + hole.contents_size)},
      std::nullopt);
  EXPECT_THAT(verdict.faults, IsEmpty());
}

TEST(SignTest, OutsideTheReservedPlacesNothingChanges) {
  const Bytes made = Sign(Prepared().bytes, Prepared().hole, Key(), kTime).value();
  const pdf::SignatureHole& hole = Prepared().hole;
  const auto reserved = [&](std::size_t at) {
    const auto within = [&](std::size_t begin, std::size_t size) {
      return at >= begin && at < begin + size;
    };
    return within(hole.byte_range, hole.byte_range_size) ||
           within(hole.contents, hole.contents_size) ||
           within(hole.date, pdf::kPreparedDate.size()) ||
           within(hole.value_key, pdf::kPreparedValueKey.size()) ||
           within(hole.permissions_key, pdf::kPreparedPermissionsKey.size()) ||
           within(hole.flags, pdf::kPreparedFlags.size());
  };
  for (std::size_t at = 0; at < made.size(); ++at) {
    if (!reserved(at)) {
      ASSERT_EQ(made[at], Prepared().bytes[at]) << at;
    }
  }
}

TEST(SignTest, WithoutTimeTheDateStaysBlank) {
  const Bytes made = Sign(Prepared().bytes, Prepared().hole, Key(), std::nullopt).value();
  EXPECT_EQ(ByteView(made).substr(Prepared().hole.date, pdf::kPreparedDate.size()),
            pdf::kPreparedDate);
}

TEST(SignTest, EveryWrongOffsetIsRefused) {
  for (std::size_t pdf::SignatureHole::*offset :
       {&pdf::SignatureHole::byte_range, &pdf::SignatureHole::contents, &pdf::SignatureHole::date,
        &pdf::SignatureHole::value_key, &pdf::SignatureHole::permissions_key,
        &pdf::SignatureHole::flags, &pdf::SignatureHole::contents_size,
        &pdf::SignatureHole::byte_range_size}) {
    for (const std::size_t wrong :
         {Prepared().hole.*offset + 1, Prepared().hole.*offset - 1, std::size_t{0},
          Prepared().bytes.size(), Prepared().bytes.size() - 1, static_cast<std::size_t>(-1)}) {
      pdf::SignatureHole hole = Prepared().hole;
      hole.*offset = wrong;
      EXPECT_THAT(Refusal(Prepared().bytes, hole), HasSubstr("not those that were prepared"));
    }
  }
}

TEST(SignTest, SignedOrCutFileIsRefused) {
  const Bytes made = Sign(Prepared().bytes, Prepared().hole, Key(), kTime).value();
  EXPECT_THAT(Refusal(made, Prepared().hole), HasSubstr("not those that were prepared"));
  EXPECT_THAT(Refusal(Prepared().bytes.substr(0, Prepared().hole.contents + 100), Prepared().hole),
              HasSubstr("not those that were prepared"));
  EXPECT_THAT(Refusal("", {}), HasSubstr("not those that were prepared"));
}

TEST(SignTest, ValueThatDoesNotFitIsRefused) {
  // A hundred certificates of 400 bytes and more do not fit into 32 KiB.
  Bytes pem = crypto::MakeTestKey({}).value();
  for (int i = 0; i < 100; ++i) {
    const Bytes other = crypto::MakeTestKey({.remark = std::to_string(i)}).value();
    pem += other.substr(other.find("-----BEGIN CERTIFICATE"));
  }
  const crypto::SigningKey key = std::move(crypto::LoadKey(pem, {})).value();
  const Result<Bytes> made = Sign(Prepared().bytes, Prepared().hole, key, kTime);
  ASSERT_FALSE(made.ok());
  EXPECT_THAT(made.failure().reason, HasSubstr("32768 are reserved"));
}

TEST(SignTest, DatesBeforeAndFarAfterTheEpoch) {
  const auto date_of = [](std::int64_t time) {
    const Bytes made = Sign(Prepared().bytes, Prepared().hole, Key(), time).value();
    return made.substr(Prepared().hole.date, pdf::kPreparedDate.size());
  };
  EXPECT_EQ(date_of(0), "D:19700101000000Z");
  EXPECT_EQ(date_of(-1), "D:19691231235959Z");
  EXPECT_EQ(date_of(4102444799), "D:20991231235959Z");
}

}  // namespace
}  // namespace dossier::sign
