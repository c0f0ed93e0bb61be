// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/open_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/small_pdf.h"

namespace dossier::poppler {
namespace {

using testing::HasSubstr;

std::string LargePdf() {
  return tests::PdfOfObjects({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                              "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] >>"});
}

TEST(OpenPagesTest, WordsStandWhereTheyAreDrawn) {
  const std::string pdf = tests::SmallPdf({"one two"});
  const auto pages = OpenPages::Open(pdf);
  ASSERT_TRUE(pages.ok());
  const auto words = pages->Words(1);
  ASSERT_TRUE(words.ok());
  ASSERT_EQ(words->size(), 2U);
  EXPECT_EQ(words->at(1).text, "two");
  EXPECT_LT(words->at(0).area.right, words->at(1).area.left);
  EXPECT_GT(words->at(0).area.top, 842 - 720 - 14);
  EXPECT_LT(words->at(0).area.bottom, 842 - 720 + 6);
}

TEST(OpenPagesTest, APageHasTheSizeThatItIsShownIn) {
  const std::string pdf = tests::SmallPdf({"one"});
  const auto pages = OpenPages::Open(pdf);
  ASSERT_TRUE(pages.ok());
  const auto picture = pages->Draw(1, 72);
  ASSERT_TRUE(picture.ok());
  EXPECT_EQ(picture->width, 595);
  EXPECT_EQ(picture->height, 842);
  EXPECT_EQ(picture->grey.size(), 595U * 842U);
}

TEST(OpenPagesTest, APartOfAPageIsDrawnAlone) {
  const std::string pdf = tests::SmallPdf({"one"});
  const auto pages = OpenPages::Open(pdf);
  ASSERT_TRUE(pages.ok());
  const auto blank = pages->Draw(1, 144, PageArea{.left = 300, .top = 300, .right = 310, .bottom = 305});
  ASSERT_TRUE(blank.ok());
  EXPECT_EQ(blank->width, 20);
  EXPECT_EQ(blank->height, 10);
  EXPECT_TRUE(std::all_of(blank->grey.begin(), blank->grey.end(), [](char shade) { return shade == '\xFF'; }));
}

TEST(OpenPagesTest, APageTooLargeIsNotDrawn) {
  const std::string pdf = LargePdf();
  const auto pages = OpenPages::Open(pdf);
  ASSERT_TRUE(pages.ok());
  const auto picture = pages->Draw(1, 300);
  ASSERT_FALSE(picture.ok());
  EXPECT_THAT(picture.failure().reason, HasSubstr("too large"));
}

TEST(OpenPagesTest, AreasWithoutSizeAndPagesThatAreNotThereFail) {
  const std::string pdf = tests::SmallPdf({"one"});
  const auto pages = OpenPages::Open(pdf);
  ASSERT_TRUE(pages.ok());
  EXPECT_FALSE(pages->Draw(1, 300, PageArea{.left = 5, .top = 5, .right = 5, .bottom = 9}).ok());
  EXPECT_FALSE(pages->Draw(2, 300).ok());
  EXPECT_FALSE(pages->Words(0).ok());
  EXPECT_FALSE(pages->AreaOf(-1).has_value());
}

TEST(OpenPagesTest, WhatIsNoPdfDoesNotOpen) {
  EXPECT_FALSE(OpenPages::Open("").ok());
  EXPECT_FALSE(OpenPages::Open("not a PDF").ok());
}

}  // namespace
}  // namespace dossier::poppler
