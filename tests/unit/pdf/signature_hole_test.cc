// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/signature_hole.h"

#include <gtest/gtest.h>

#include "compiler/pdf/bundle_writer.h"
#include "compiler/pdf/signature_slot.h"
#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf {
namespace {

const Bytes& Prepared() {
  static const Bytes brief = testing_support::MakePdf({.pages = 1});
  static const Bytes made = [] {
    BundleWriter writer = std::move(BundleWriter::Start(brief, 1)).value();
    EXPECT_TRUE(writer.ReserveSignature({}).ok());
    return writer.Write().value();
  }();
  return made;
}

std::string Refusal(const Bytes& bytes) {
  const Result<SignatureHole> hole = FindHole(bytes);
  return hole.ok() ? "accepted" : hole.failure().reason;
}

Bytes With(const std::string& from, const std::string& to) {
  Bytes bytes = Prepared();
  EXPECT_EQ(from.size(), to.size());
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, Bytes::npos) << from;
  return bytes.replace(at, from.size(), to);
}

TEST(SignatureHoleTest, EveryOffsetIsWhatItSays) {
  const Result<SignatureHole> hole = FindHole(Prepared());
  ASSERT_TRUE(hole.ok()) << hole.failure().reason;
  const ByteView bytes = Prepared();
  EXPECT_EQ(bytes.substr(hole->byte_range, hole->byte_range_size), kPreparedByteRange);
  EXPECT_EQ(bytes[hole->contents], '<');
  EXPECT_EQ(bytes[hole->contents + hole->contents_size - 1], '>');
  EXPECT_EQ(bytes.substr(hole->date, kPreparedDate.size()), kPreparedDate);
  EXPECT_EQ(bytes.substr(hole->value_key, kPreparedValueKey.size()), kPreparedValueKey);
  EXPECT_EQ(bytes.substr(hole->permissions_key, kPreparedPermissionsKey.size()),
            kPreparedPermissionsKey);
  EXPECT_EQ(bytes.substr(hole->flags, kPreparedFlags.size()), kPreparedFlags);
}

TEST(SignatureHoleTest, SlotsKeepTheirLength) {
  EXPECT_EQ(kPreparedValueKey.size(), kSignedValueKey.size());
  EXPECT_EQ(kPreparedPermissionsKey.size(), kSignedPermissionsKey.size());
  EXPECT_EQ(kPreparedFlags.size(), kSignedFlags.size());
  EXPECT_EQ(kPreparedDate.size(), std::string("D:20260131101500Z").size());
}

TEST(SignatureHoleTest, OtherFilesAreRefused) {
  EXPECT_EQ(Refusal(testing_support::MakePdf({})), "this file was not prepared for a signature");
  EXPECT_EQ(Refusal(testing_support::MakePdf({.catalog_keys = "/AcroForm << /Fields [ << /T (a) "
                                                              ">> ] >>"})),
            "this file was not prepared for a signature");
  EXPECT_NE(Refusal("hello"), "accepted");
  EXPECT_NE(Refusal(""), "accepted");
}

TEST(SignatureHoleTest, SignedFileIsRefused) {
  EXPECT_EQ(Refusal(With("/DsrV ", "/V    ")), "this file is signed already");
}

TEST(SignatureHoleTest, TamperedPlaceIsRefused) {
  const std::string said = "the reserved place of the signature is not as it was written";
  EXPECT_EQ(Refusal(With("[ 0 999999999 ", "[ 0 888888888 ")), said);
  EXPECT_EQ(Refusal(With("/Contents <0000", "/Contents <0001")), said);
  EXPECT_EQ(Refusal(With("/M (     ", "/M (D:20 ")), said);
  EXPECT_EQ(Refusal(With("/SigFlags 0", "/SigFlags 1")), said);
  EXPECT_EQ(Refusal(With("/DsrPm ", "/Perms ")), said);
  EXPECT_EQ(Refusal(With("<< /P 1 /Type", "<< /P 3 /Type")), said);
}

TEST(SignatureHoleTest, WhatVerifyWouldRefuseIsNotSigned) {
  EXPECT_EQ(Refusal(With("/ViewerPreferences << /DisplayDocTitle true >>",
                         "/OpenAction << /S /JavaScript /JS (1234567) >>")),
            "the file carries something that can act or hide: JavaScript");
  EXPECT_EQ(Refusal(Prepared() + "9 0 obj\nnull\nendobj\n"),
            "the file does not end as it was written");
}

}  // namespace
}  // namespace dossier::pdf
