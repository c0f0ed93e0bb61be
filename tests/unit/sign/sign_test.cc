// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/sign/sign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "compiler/assemble/assemble.h"
#include "compiler/crypto/test_key.h"
#include "compiler/pdf/finished_file.h"
#include "tests/unit/assemble/small_plan.h"

namespace dossier::sign {
namespace {

using ::testing::HasSubstr;

crypto::SigningKey Key() {
  return std::move(crypto::LoadKey(crypto::MakeTestKey({}).value(), {})).value();
}

assemble::Assembled Prepared() {
  Result<assemble::Assembled> made = assemble::Assemble(assemble::testing_support::MakePlan());
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.failure().reason);
  return std::move(made).value();
}

constexpr std::int64_t kTime = 1769854500;  // 2026-01-31T10:15:00Z

TEST(SignTest, FillsTheReservedPlaceAndNothingElse) {
  const assemble::Assembled prepared = Prepared();
  const Result<Bytes> made = Sign(prepared.bytes, prepared.hole, Key(), kTime);
  ASSERT_TRUE(made.ok()) << made.failure().reason;
  if (const char* keep = std::getenv("DOSSIER_KEEP")) {
    std::ofstream(std::string(keep) + "/prepared.pdf") << prepared.bytes;
    std::ofstream(std::string(keep) + "/signed.pdf") << *made;
  }
  EXPECT_EQ(made->size(), prepared.bytes.size());
  EXPECT_THAT(*made, HasSubstr("/M (D:20260131101500Z)"));
  const Result<pdf::FinishedFile> file = pdf::ReadFinished(*made);
  ASSERT_TRUE(file.ok()) << file.failure().reason;
  EXPECT_TRUE(file->signature.is_signed);
  EXPECT_TRUE(file->signature.certifies);
  EXPECT_EQ(file->signature.flags, 3);
}

}  // namespace
}  // namespace dossier::sign
