// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/read_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/small_pdf.h"

namespace dossier::poppler {
namespace {

using ::testing::ElementsAre;
using tests::SmallPdf;

Result<PdfText> Read(const std::string& pdf, TextLimits limits = {}) {
  return ReadPdfText(pdf, limits, [](int) {});
}

TEST(ReadPdfText, GivesEveryPage) {
  int announced = 0;
  const auto text = ReadPdfText(SmallPdf({"one", "", "three"}), {}, [&](int n) { announced = n; });
  ASSERT_TRUE(text.ok());
  EXPECT_THAT(text->pages, ElementsAre("one", "", "three"));
  EXPECT_EQ(announced, 3);
  EXPECT_TRUE(text->labels.empty());
}

TEST(ReadPdfText, GivesDeclaredLabels) {
  const auto text = Read(SmallPdf({"a", "b"}, "/PageLabels << /Nums [0 << /P (A-) /S /D >>] >>"));
  ASSERT_TRUE(text.ok());
  EXPECT_THAT(text->labels, ElementsAre(PageLabel{"A-1"}, PageLabel{"A-2"}));
}

TEST(ReadPdfText, HasLimits) {
  EXPECT_EQ(Read(SmallPdf({"a", "b", "c"}), {.most_pages = 2}).failure().reason,
            "it has 3 pages; at most 2 are read");
  EXPECT_FALSE(Read(SmallPdf({"words"}), {.most_bytes = 3}).ok());
}

TEST(ReadPdfText, DamageIsAFailureOrAWarningAndNeverACrash) {
  const std::string pdf = SmallPdf({"a page of words"});
  EXPECT_FALSE(Read("").ok());
  EXPECT_FALSE(Read("%PDF-1.4").ok());
  EXPECT_FALSE(Read("not a pdf").ok());
  for (std::size_t i = 0; i < pdf.size(); i += 13) {
    const auto text = Read(pdf.substr(0, i));
    if (!text) continue;
    EXPECT_TRUE(!text->warnings.empty() || text->pages.at(0) == "a page of words") << i;
  }
}

TEST(ReadPdfText, MessagesAreShortAndPlain) {
  std::string pdf = SmallPdf({"words"});
  pdf.replace(pdf.find("Tj"), 2, "\x1B[");
  const auto text = Read(pdf);
  ASSERT_TRUE(text.ok());
  ASSERT_FALSE(text->warnings.empty());
  for (const std::string& warning : text->warnings) {
    EXPECT_EQ(warning.find('\x1B'), std::string::npos);
    EXPECT_LE(warning.size(), 200u);
  }
}

}  // namespace
}  // namespace dossier::poppler
