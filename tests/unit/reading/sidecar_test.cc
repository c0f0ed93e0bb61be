// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/sidecar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

using testing::HasSubstr;

Sidecar Sample() {
  Sidecar sidecar{.exhibit = "e14", .file = "files/e14.pdf", .sha256 = {}, .program = "tesseract 5.3.0", .data = {}, .pages = {}};
  sidecar.sha256.bytes.fill(7);
  sidecar.data = {{"eng", Digest()}, {"lit", sidecar.sha256}};
  sidecar.pages = {{.number = 2,
                    .languages = {"lit", "eng"},
                    .dpi = 300,
                    .width = 2480,
                    .height = 3508,
                    .lines = {{{{"Šalies", 91, {10, 20, 110, 60}}, {"\"ataskaita\"", 88, {120, 20, 300, 60}}}}, {{{"1990", 96, {10, 80, 90, 120}}}}}},
                   {.number = 5, .languages = {"eng"}, .dpi = 0, .width = 10, .height = 10, .lines = {}}};
  return sidecar;
}

std::string Changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(SidecarTest, ComesBackAsItWasWritten) {
  const auto read = ReadSidecar(PrintSidecar(Sample()));
  ASSERT_TRUE(read.ok()) << read.failure().reason;
  EXPECT_EQ(*read, Sample());
}

TEST(SidecarTest, IsForPeopleToo) {
  const std::string text = PrintSidecar(Sample());
  EXPECT_THAT(text, HasSubstr("{\"text\": \"Šalies \\\"ataskaita\\\"\", \"words\": [[\"Šalies\",91,10,20,110,60],"));
  EXPECT_THAT(text, HasSubstr("not the pages themselves"));
}

TEST(SidecarTest, TextsOfPagesAreTheirLines) {
  EXPECT_EQ(TextOf(Sample().pages[0]), "Šalies \"ataskaita\"\n1990");
  EXPECT_EQ(TextOf(Sample().pages[1]), "");
}

TEST(SidecarTest, AWordThatWasChangedByHandIsSeen) {
  const auto read = ReadSidecar(Changed(PrintSidecar(Sample()), "\"text\": \"1990\"", "\"text\": \"1900\""));
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.failure().reason, HasSubstr("by hand"));
}

TEST(SidecarTest, AnotherFormatIsSaidToBeOne) {
  const auto read = ReadSidecar(Changed(PrintSidecar(Sample()), "\"format\": 1", "\"format\": 2"));
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.failure().reason, HasSubstr("another format"));
}

TEST(SidecarTest, WhatIsNotASidecarFails) {
  const std::string text = PrintSidecar(Sample());
  for (const std::string& broken : {std::string(), std::string("[]"), text.substr(0, text.size() / 2),
                                    Changed(text, "\"program\"", "\"programme\""), Changed(text, "\"page\": 5", "\"page\": 2"),
                                    Changed(text, ",91,", ",191,"), Changed(text, "0707", "07zz")}) {
    EXPECT_FALSE(ReadSidecar(broken).ok()) << broken.substr(0, 80);
  }
}

TEST(SidecarTest, EveryPrefixFails) {
  const std::string text = PrintSidecar(Sample());
  for (std::size_t size = 0; size + 2 < text.size(); ++size) {
    EXPECT_FALSE(ReadSidecar(std::string_view(text).substr(0, size)).ok()) << size;
  }
}

}  // namespace
}  // namespace dossier::reading
