// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/inspect_pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::MakePdf;

PdfFacts Facts(const Bytes& pdf) {
  Result<PdfFacts> facts = ReadPdfFacts(pdf);
  EXPECT_TRUE(facts.ok()) << (facts.ok() ? "" : facts.failure().reason);
  return facts.ok() ? *facts : PdfFacts{};
}

TEST(InspectPdfTest, PlainFile) {
  const PdfFacts facts = Facts(MakePdf({.pages = 3}));
  EXPECT_EQ(facts.page_count, 3);
  EXPECT_THAT(facts.labels, IsEmpty());
  EXPECT_THAT(facts.active_content, IsEmpty());
  ASSERT_EQ(facts.sizes.size(), 3U);
  EXPECT_EQ(facts.sizes[0].width, 595);
  EXPECT_EQ(facts.sizes[0].height, 842);
  EXPECT_FALSE(facts.encrypted);
  EXPECT_FALSE(facts.repaired);
}

TEST(InspectPdfTest, LabelsOfEveryStyle) {
  const PdfFacts facts = Facts(MakePdf(
      {.pages = 7,
       .catalog_keys = "/PageLabels << /Nums [ 0 << /S /r >> 2 << /S /D /St 5 >> 4 << /P (A-) /S "
                       "/A /St 27 >> 5 << /S /R /St 4 >> 6 << /P (Cover) >> ] >>"}));
  EXPECT_THAT(facts.labels,
              ElementsAre(PageLabel{"i"}, PageLabel{"ii"}, PageLabel{"5"}, PageLabel{"6"},
                          PageLabel{"A-AA"}, PageLabel{"IV"}, PageLabel{"Cover"}));
}

TEST(InspectPdfTest, RotatedAndCroppedSize) {
  const PdfFacts facts = Facts(MakePdf({.page_keys = "/Rotate 90 /CropBox [ 100 100 300 2000 ]"}));
  EXPECT_EQ(facts.sizes[0].width, 742);
  EXPECT_EQ(facts.sizes[0].height, 200);
}

TEST(InspectPdfTest, NonsenseBoxIsReplaced) {
  const PdfFacts facts = Facts(MakePdf({.media_box = "[ 0 0 0 1e30 ]"}));
  EXPECT_EQ(facts.sizes[0].width, 612);
}

TEST(InspectPdfTest, ActiveContentIsNamed) {
  EXPECT_THAT(
      Facts(MakePdf({.catalog_keys = "/OpenAction << /S /JavaScript /JS (1) >>"})).active_content,
      ElementsAre("JavaScript", "OpenAction"));
  EXPECT_THAT(Facts(MakePdf({.page_keys = "/AA << /O << /S /Launch /F (x) >> >>"})).active_content,
              ElementsAre("AA", "Launch"));
  EXPECT_THAT(Facts(MakePdf({.page_keys = "/Annots [ 6 0 R ]",
                             .more = {"<< /Subtype /RichMedia /Rect [ 0 0 1 1 ] >>"}}))
                  .active_content,
              ElementsAre("RichMedia"));
  EXPECT_THAT(Facts(MakePdf({.more = {"<< /Type /Filespec /F (a) /EF << /F 7 0 R >> >>",
                                      testing_support::Stream("x", "/Type /EmbeddedFile")}}))
                  .active_content,
              ElementsAre("EmbeddedFile", "Filespec"));
  EXPECT_THAT(Facts(MakePdf({.catalog_keys = "/OCProperties << /OCGs [ ] >>"})).active_content,
              ElementsAre("OCG"));
  EXPECT_THAT(
      Facts(MakePdf({.catalog_keys = "/AcroForm << /Fields [ ] /XFA (x) >>"})).active_content,
      ElementsAre("XFA"));
}

TEST(InspectPdfTest, NamesThatOnlySoundActiveAreNot) {
  // A font called /JS or /AA, and a destination to open at.
  EXPECT_THAT(Facts(MakePdf({.catalog_keys = "/OpenAction [ 4 0 R /Fit ]",
                             .page_keys = "/Fonts << /JS 3 0 R /AA 3 0 R /XFA 3 0 R >>"}))
                  .active_content,
              IsEmpty());
}

TEST(InspectPdfTest, DamagedTableIsRepairedAndSaidSo) {
  Bytes pdf = MakePdf({.pages = 2});
  const std::size_t at = pdf.rfind("startxref\n") + 10;
  pdf.replace(at, 1, "9");
  const PdfFacts facts = Facts(pdf);
  EXPECT_EQ(facts.page_count, 2);
  EXPECT_TRUE(facts.repaired);
}

TEST(InspectPdfTest, WhatIsNoPdfFails) {
  EXPECT_FALSE(ReadPdfFacts("").ok());
  EXPECT_FALSE(ReadPdfFacts("hello").ok());
  EXPECT_FALSE(ReadPdfFacts(testing_support::JoinObjects({"<< /Type /Catalog >>"})).ok());
}

TEST(InspectPdfTest, EveryCutGivesAnAnswer) {
  const Bytes pdf = MakePdf({.pages = 2, .catalog_keys = "/PageLabels << /Nums [ 0 << >> ] >>"});
  for (std::size_t size = 0; size < pdf.size(); size += 7) {
    const Result<PdfFacts> facts = ReadPdfFacts(ByteView(pdf).substr(0, size));
    if (facts.ok()) {
      EXPECT_LE(facts->page_count, 2);
    }
  }
}

}  // namespace
}  // namespace dossier::pdf
