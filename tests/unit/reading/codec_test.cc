// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

Page SamplePage() {
  return {.number = 3,
          .languages = {"eng"},
          .dpi = 300,
          .width = 100,
          .height = 50,
          .lines = {{{{"held", 90, {1, 2, 30, 12}}, {"without", 80, {32, 2, 60, 12}}}}}};
}

std::vector<Shown> SampleShown() {
  const LayerWord word{.text = "1990", .box = {1, 2, 3, 4}, .quoted = true, .ink = true};
  return {{.passages = {{.page = 2, .layer = {word}, .readings = {{{"1900", 95, {1, 2, 3, 4}}}, {}}}}, .font_missing = true}, {}};
}

TEST(CodecTest, RequestsComeBack) {
  const PageRequest page{.page = 7, .data = {{"lit", "data"}}, .file = "%PDF"};
  const Bytes bytes = Encode(QuotationsRequest{.at = page, .quotations = {"one", "two"}});
  const auto read = DecodeQuotationsRequest(bytes);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->at.page, 7);
  EXPECT_EQ(read->at.data.front().name, "lit");
  EXPECT_EQ(read->at.data.front().bytes, "data");
  EXPECT_EQ(read->at.file, "%PDF");
  EXPECT_THAT(read->quotations, testing::ElementsAre("one", "two"));
}

TEST(CodecTest, AnswersComeBack) {
  const auto page = DecodePage(Encode(SamplePage()));
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(*page, SamplePage());
  const auto shown = DecodeShown(Encode(SampleShown()));
  ASSERT_TRUE(shown.ok());
  EXPECT_EQ(*shown, SampleShown());
}

TEST(CodecTest, WordsAreMadeHarmless) {
  Page page = SamplePage();
  page.lines[0].words[0].text = "he\x1B[31m ld";
  page.lines[0].words[1].text = " ";
  const auto read = DecodePage(Encode(page));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(TextOf(*read), "he[31mld");
}

TEST(CodecTest, WhatIsCutOffOrTooLongFails) {
  const Bytes page = Encode(SamplePage());
  const Bytes shown = Encode(SampleShown());
  for (std::size_t size = 0; size < page.size(); ++size) EXPECT_FALSE(DecodePage(page.substr(0, size)).ok());
  for (std::size_t size = 0; size < shown.size(); ++size) EXPECT_FALSE(DecodeShown(shown.substr(0, size)).ok());
  EXPECT_FALSE(DecodePage(page + "x").ok());
  EXPECT_FALSE(DecodeShown(shown + "x").ok());
}

}  // namespace
}  // namespace dossier::reading
