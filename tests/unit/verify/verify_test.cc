// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/verify/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/verify/signed_file.h"

namespace dossier::verify {
namespace {

using namespace testing_support;  // NOLINT: the makers of the judged file
using assemble::testing_support::FakeDigest;
using assemble::testing_support::MakePlan;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

TEST(VerifyTest, BundleHolds) {
  const Verdict verdict = Verify({.file = Good()});
  EXPECT_EQ(verdict.status, Status::kValid);
  EXPECT_THAT(verdict.reasons, IsEmpty());
  ASSERT_EQ(verdict.signatures.size(), 1U);
  const SignatureVerdict& signature = verdict.signatures[0];
  EXPECT_EQ(signature.status, Status::kValid);
  EXPECT_TRUE(signature.whole_file);
  EXPECT_THAT(signature.signer.value_or(""), StartsWith("dossier TEST KEY"));
  EXPECT_EQ(signature.level, "PAdES-B-B");
  EXPECT_EQ(signature.time, "2026-01-31T10:15:00Z");
  EXPECT_EQ(signature.trust, crypto::Trust::kCannotCheck);
  ASSERT_EQ(verdict.exhibits.size(), 2U);
  EXPECT_EQ(verdict.exhibits[1].id, "e02");
  EXPECT_EQ(verdict.exhibits[1].sha256, FakeDigest(2));
  EXPECT_EQ(verdict.exhibits[1].status, ItemStatus::kCannotCheck);
  ASSERT_TRUE(verdict.report.has_value());
  EXPECT_EQ(verdict.report->sha256, FakeDigest(200));
}

TEST(VerifyTest, BriefAndRsaAndBlankTimeHold) {
  assemble::Plan plan = MakePlan();
  plan.with_exhibits = false;
  const assemble::Assembled brief = assemble::Assemble(plan).value();
  const Bytes rsa = crypto::MakeTestKey({.kind = crypto::TestKeyRequest::Kind::kRsa2048}).value();
  const Bytes file = sign::Sign(brief.bytes, brief.hole, LoadedKey(rsa), std::nullopt).value();
  const Verdict verdict = Verify({.file = file});
  EXPECT_EQ(verdict.status, Status::kValid);
  ASSERT_EQ(verdict.signatures.size(), 1U);
  EXPECT_EQ(verdict.signatures[0].time, std::nullopt);
  EXPECT_EQ(verdict.signatures[0].level, std::nullopt);  // the profile demands a claimed time
}

TEST(VerifyTest, FileWithoutExhibitsOrVisibleSignatureHolds) {
  assemble::Plan plan = MakePlan(0, 0);
  plan.links.clear();
  plan.signature_box.reset();
  plan.signature_page_of_brief.reset();
  plan.outline.clear();
  plan.metadata = {};
  const assemble::Assembled made = assemble::Assemble(plan).value();
  EXPECT_EQ(Verify({.file = Signed(made.bytes, made.hole)}).status, Status::kValid);
}

TEST(VerifyTest, TrustNeverChangesTheStatus) {
  const Bytes other = crypto::MakeTestKey({}).value();
  const Verdict trusted =
      Verify({.file = Good(), .trust = crypto::TrustAnchors{.ca_bundle = OurPem(), .at = {}}});
  EXPECT_EQ(trusted.status, Status::kValid);
  EXPECT_EQ(trusted.signatures[0].trust, crypto::Trust::kTrusted);
  const Verdict untrusted =
      Verify({.file = Good(), .trust = crypto::TrustAnchors{.ca_bundle = other, .at = {}}});
  EXPECT_EQ(untrusted.status, Status::kValid);
  EXPECT_EQ(untrusted.signatures[0].trust, crypto::Trust::kUntrusted);
}

TEST(VerifyTest, TheCaseIsCompared) {
  CaseDigests now;
  now.exhibits["e01"] = FakeDigest(1);
  now.exhibits["e02"] = FakeDigest(2);
  now.report = FakeDigest(200);
  const auto judge = [&] {
    return Verify({.file = Good(), .trust = {}, .certificate = {}, .case_digests = now});
  };
  EXPECT_EQ(judge().status, Status::kValid);
  EXPECT_EQ(judge().exhibits[0].status, ItemStatus::kIntact);
  EXPECT_EQ(judge().report->status, ItemStatus::kIntact);

  now.exhibits["e02"] = std::nullopt;
  EXPECT_EQ(judge().status, Status::kCannotCheck);
  EXPECT_EQ(judge().exhibits[1].status, ItemStatus::kMissing);
  now.exhibits.erase("e02");
  EXPECT_EQ(judge().exhibits[1].status, ItemStatus::kMissing);

  now.exhibits["e02"] = FakeDigest(3);
  EXPECT_EQ(judge().status, Status::kInvalid);
  EXPECT_THAT(judge().reasons, ElementsAre("exhibit e02 is not the file that was bound"));
  EXPECT_EQ(judge().signatures[0].status, Status::kValid);

  now.exhibits["e02"] = FakeDigest(2);
  now.report = FakeDigest(201);
  EXPECT_EQ(judge().status, Status::kInvalid);
  EXPECT_EQ(judge().report->status, ItemStatus::kChanged);
  now.report.reset();
  EXPECT_EQ(judge().status, Status::kValid);
  EXPECT_EQ(judge().report->status, ItemStatus::kCannotCheck);
}

TEST(VerifyTest, SpellingOfTheContract) {
  EXPECT_EQ(ToString(Status::kCannotCheck), "cannot-check");
  EXPECT_EQ(ToString(Status::kValid), "valid");
  EXPECT_EQ(ToString(ItemStatus::kMissing), "missing");
  EXPECT_EQ(ToString(crypto::Trust::kUntrusted), "untrusted");
}

}  // namespace
}  // namespace dossier::verify
