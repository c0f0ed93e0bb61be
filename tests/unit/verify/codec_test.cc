// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/verify/codec.h"

#include <gtest/gtest.h>

#include "tests/unit/verify/signed_file.h"

namespace dossier::verify {
namespace {

using assemble::testing_support::FakeDigest;

Request FullRequest() {
  Request request;
  request.file = "file";
  request.trust = crypto::TrustAnchors{.ca_bundle = "pem", .at = 7};
  request.certificate = FakeDigest(9);
  request.case_digests = CaseDigests{};
  request.case_digests->exhibits["e01"] = FakeDigest(1);
  request.case_digests->exhibits["e02"] = std::nullopt;
  request.case_digests->report = FakeDigest(3);
  return request;
}

TEST(VerifyCodecTest, RequestsSurvive) {
  for (const Request& request : {FullRequest(), Request{}}) {
    const Result<Request> back = DecodeRequest(Encode(request));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(Encode(*back), Encode(request));
  }
  const Result<Request> back = DecodeRequest(Encode(FullRequest()));
  EXPECT_EQ(back->trust->at, 7);
  EXPECT_EQ(back->certificate, FakeDigest(9));
  EXPECT_EQ(back->case_digests->exhibits.at("e02"), std::nullopt);
  EXPECT_EQ(back->case_digests->report, FakeDigest(3));
}

TEST(VerifyCodecTest, VerdictsSurvive) {
  const Verdict verdict = Verify({.file = testing_support::Good()});
  const Result<Verdict> back = DecodeVerdict(Encode(verdict));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(Encode(*back), Encode(verdict));
  EXPECT_EQ(back->status, Status::kValid);
  EXPECT_EQ(back->signatures.at(0).certificate_sha256, verdict.signatures.at(0).certificate_sha256);
  EXPECT_EQ(back->exhibits.size(), 2U);
  EXPECT_TRUE(back->report.has_value());
}

TEST(VerifyCodecTest, CutOrForeignBytesAreRefused) {
  const Bytes request = Encode(FullRequest());
  const Bytes verdict = Encode(Verify({.file = testing_support::Good()}));
  for (std::size_t size = 0; size < request.size(); ++size) {
    ASSERT_FALSE(DecodeRequest(ByteView(request).substr(0, size)).ok()) << size;
  }
  for (std::size_t size = 0; size < verdict.size(); ++size) {
    ASSERT_FALSE(DecodeVerdict(ByteView(verdict).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(DecodeRequest(verdict).ok());
  EXPECT_FALSE(DecodeVerdict(request).ok());
  Bytes odd = verdict;
  odd[8] = 9;  // no such status
  EXPECT_FALSE(DecodeVerdict(odd).ok());
}

}  // namespace
}  // namespace dossier::verify
