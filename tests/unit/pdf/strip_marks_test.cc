// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/strip_marks.h"

#include <gtest/gtest.h>

#include "compiler/pdf/colour_profile.h"

namespace dossier::pdf::internal {
namespace {

std::string Stripped(std::string_view content, const std::string& properties = "null") {
  const auto stripped = WithoutMarks(content, QPDFObjectHandle::parse(properties));
  std::string text = stripped.value_or(std::string(content));
  for (char& c : text) c = c == '\n' ? ' ' : c;
  std::string single;
  for (const char c : text) {
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  }
  while (single.ends_with(' ')) single.pop_back();
  return single;
}

TEST(StripMarksTest, ContentWithoutMarksStaysAsItIs) {
  EXPECT_FALSE(WithoutMarks("BT /F1 9 Tf (BDC) Tj ET", QPDFObjectHandle::newNull()));
  EXPECT_FALSE(WithoutMarks("q 1 0 0 1 0 0 cm /E Do Q", QPDFObjectHandle::newNull()));
}

TEST(StripMarksTest, NumbersAndArtifactsGo) {
  EXPECT_EQ(Stripped("/P <</MCID 0>> BDC BT (a) Tj ET EMC /Artifact BMC 0 0 m S EMC"), "BT (a) Tj ET 0 0 m S");
  EXPECT_EQ(Stripped("/Artifact <</Type/Pagination>> BDC (a) Tj EMC"), "(a) Tj");
  EXPECT_EQ(Stripped("/P /MC0 BDC (a) Tj EMC", "<< /MC0 << /MCID 4 >> >>"), "(a) Tj");
  EXPECT_EQ(Stripped("/OC /L BDC (a) Tj EMC", "<< /L << /Type /OCG >> >>"), "(a) Tj");
  EXPECT_EQ(Stripped("/P /Missing BDC (a) Tj EMC"), "(a) Tj");
  EXPECT_EQ(Stripped("/T MP (a) Tj /T <</MCID 1>> DP"), "(a) Tj");
}

TEST(StripMarksTest, WordsThatReplaceGlyphsStay) {
  EXPECT_EQ(Stripped("/Span<</ActualText(ffi)>>BDC (x) Tj EMC"), "/Span<</ActualText(ffi)>>BDC (x) Tj EMC");
  EXPECT_EQ(Stripped("/P<</MCID 3/ActualText(ffi)/K[1 2]>>BDC (x) Tj EMC"),
            "/Span <</ActualText(ffi)/K[1 2]>>BDC (x) Tj EMC");
  EXPECT_EQ(Stripped("/Span /W BDC (x) Tj EMC /Artifact BMC EMC", "<< /W << /ActualText (y) >> >>"),
            "/Span /W BDC (x) Tj EMC");
}

TEST(StripMarksTest, EndsBelongToTheirBeginnings) {
  EXPECT_EQ(Stripped("EMC EMC (a) Tj"), "(a) Tj");
  EXPECT_EQ(Stripped("/P<</MCID 1>>BDC /Span<</ActualText(a)>>BDC (a) Tj EMC (b) Tj EMC (c) Tj"),
            "/Span<</ActualText(a)>>BDC (a) Tj EMC (b) Tj (c) Tj");
  EXPECT_EQ(Stripped("/Span<</ActualText(a)>>BDC /P<</MCID 1>>BDC (a) Tj"),
            "/Span<</ActualText(a)>>BDC (a) Tj EMC");
}

TEST(StripMarksTest, WhatOnlyLooksLikeAMarkIsDrawn) {
  EXPECT_EQ(Stripped("(/P <</MCID 0>> BDC) Tj /P <</MCID 0>> BDC (EMC) Tj EMC"),
            "(/P <</MCID 0>> BDC) Tj (EMC) Tj");
  const std::string image = "/P <</MCID 0>> BDC BI /W 3 /H 1 /BPC 8 /CS /G ID EMC EI EMC Q";
  EXPECT_EQ(Stripped(image), "BI /W 3 /H 1 /BPC 8 /CS /G ID EMC EI Q");
}

TEST(StripMarksTest, BrokenContentLosesNothingThatDraws) {
  EXPECT_EQ(Stripped("(a) Tj /P <</MCID 0>> BDC (b) Tj /P << /MCID"), "(a) Tj (b) Tj /P << /MCID");
  EXPECT_EQ(Stripped("BDC (a) Tj BMC (b) Tj EMC EMC EMC"), "(a) Tj BMC (b) Tj EMC");
}

std::uint32_t At(const std::string& bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return value;
}

TEST(ColourProfileTest, IsWhatItsHeaderSays) {
  for (const ProfileVersion version : {ProfileVersion::k2, ProfileVersion::k4}) {
    const std::string profile = SrgbProfile(version);
    EXPECT_EQ(At(profile, 0), profile.size());
    EXPECT_EQ(profile.substr(36, 4), "acsp");
    EXPECT_EQ(profile.substr(12, 8), "mntrRGB ");
    EXPECT_EQ(profile[8], version == ProfileVersion::k2 ? 2 : 4);
    EXPECT_EQ(profile, SrgbProfile(version));
    for (std::uint32_t tag = 0; tag < At(profile, 128); ++tag) {
      const std::size_t entry = 132 + std::size_t{12} * tag;
      EXPECT_LE(At(profile, entry + 4) + At(profile, entry + 8), profile.size());
      EXPECT_EQ(At(profile, entry + 4) % 4, 0u);
      EXPECT_EQ(profile.substr(At(profile, entry + 4) + 4, 4), std::string(4, '\0'));
    }
  }
  EXPECT_LT(SrgbProfile(ProfileVersion::k4).size(), 700u);
}

}  // namespace
}  // namespace dossier::pdf::internal
