// SPDX-License-Identifier: GPL-3.0-or-later
// What a page hides, and what only looks as if it did.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "compiler/pdf/inspect_pdf.h"
#include "tests/unit/pdf/drawn_pdf.h"

namespace dossier::pdf {

void PrintTo(const PageDeceit& deceit, std::ostream* out) {
  *out << static_cast<int>(deceit.kind) << " \"" << deceit.words << "\"";
}

namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using testing_support::DrawnPdf;
using testing_support::Line;
using testing_support::MakeDrawn;

PageTruth Truth(const DrawnPdf& pdf) {
  const Result<PdfFacts> facts = ReadPdfFacts(MakeDrawn(pdf));
  EXPECT_TRUE(facts.ok()) << (facts.ok() ? "" : facts.failure().reason);
  return facts.ok() && facts->truth.size() == 1 ? facts->truth[0] : PageTruth{};
}

auto Hides(Deceit kind, const std::string& words) {
  return ElementsAre(AllOf(Field(&PageDeceit::kind, kind), Field(&PageDeceit::words, words),
                           Field(&PageDeceit::page, 1)));
}

constexpr char kState[] =
    "/ExtGState << /Clear << /ca 0 >> /Half << /ca 0.5 >> /Mult << /BM /Multiply >> >>";

TEST(HiddenWordsTest, PlainTextHidesNothing) {
  const PageTruth truth = Truth({Line("seen")});
  EXPECT_THAT(truth.deceits, IsEmpty());
  EXPECT_THAT(truth.hidden, IsEmpty());
  EXPECT_FALSE(truth.ocr_layer);
  EXPECT_FALSE(truth.incomplete);
}

TEST(HiddenWordsTest, WithoutInkOrOpacityOrSize) {
  EXPECT_THAT(Truth({"3 Tr " + Line("secret")}).deceits, Hides(Deceit::kInvisible, "secret"));
  EXPECT_THAT(Truth({.content = "/Clear gs " + Line("secret"), .resources = kState}).deceits,
              Hides(Deceit::kInvisible, "secret"));
  EXPECT_THAT(Truth({"0.01 0 0 0.01 0 0 cm " + Line("secret")}).deceits,
              Hides(Deceit::kInvisible, "secret"));
  EXPECT_THAT(Truth({"BT /F1 10 Tf 20 50 Td (seen ) Tj 3 Tr (not ) Tj 0 Tr (seen) Tj ET"}).deceits,
              Hides(Deceit::kInvisible, "not"));
}

TEST(HiddenWordsTest, TextThatClipsIsSeenThroughWhatFollows) {
  EXPECT_THAT(Truth({"q 7 Tr " + Line("filled") + "0 40 200 30 re f Q"}).deceits, IsEmpty());
}

TEST(HiddenWordsTest, UnderABox) {
  EXPECT_THAT(Truth({Line("my name") + "0 g 37 46 28 14 re f"}).deceits,
              Hides(Deceit::kCovered, "name"));
  // As a polygon, as a thick line, as two halves, as a picture in the content.
  EXPECT_THAT(Truth({Line("name") + "0 g 18 46 m 60 46 l 60 60 l 18 60 l h f"}).deceits,
              Hides(Deceit::kCovered, "name"));
  EXPECT_THAT(Truth({Line("name") + "14 w 10 53 m 60 53 l S"}).deceits,
              Hides(Deceit::kCovered, "name"));
  EXPECT_THAT(Truth({Line("name") + "18 46 12 14 re f 30 46 20 14 re f"}).deceits,
              Hides(Deceit::kCovered, "name"));
  EXPECT_THAT(Truth({Line("name") + "q 30 0 0 14 18 46 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"})
                  .deceits,
              Hides(Deceit::kCovered, "name"));
}

TEST(HiddenWordsTest, WhatDoesNotCover) {
  const std::string box = "18 46 50 14 re f";
  EXPECT_THAT(Truth({"1 0 0 rg " + box + " 0 g " + Line("name")}).deceits, IsEmpty()) << "below";
  EXPECT_THAT(Truth({.content = Line("name") + "/Half gs " + box, .resources = kState}).deceits,
              IsEmpty());
  EXPECT_THAT(
      Truth({.content = Line("name") + "/Mult gs 1 1 0 rg " + box, .resources = kState}).deceits,
      IsEmpty())
      << "a marker pen";
  EXPECT_THAT(Truth({Line("name") + "q 100 0 50 50 re W n " + box + " Q"}).deceits, IsEmpty())
      << "clipped away";
  EXPECT_THAT(Truth({Line("name") + "0.5 w 18 49 m 60 49 l S 18 48 40 1 re f"}).deceits, IsEmpty())
      << "a rule";
  EXPECT_THAT(Truth({Line("name") + "2 w 18 53 m 60 53 l S"}).deceits, IsEmpty()) << "struck out";
  EXPECT_THAT(Truth({Line("name") + "/Pattern cs /P1 scn " + box}).deceits, IsEmpty())
      << "a pattern";
  EXPECT_THAT(Truth({Line("name") + "1 g " + box + " 0 g " + Line("name")}).deceits, IsEmpty())
      << "and written again";
}

TEST(HiddenWordsTest, MultipliedBlackCovers) {
  EXPECT_THAT(
      Truth({.content = Line("name") + "/Mult gs 0 g 18 46 50 14 re f", .resources = kState})
          .deceits,
      Hides(Deceit::kCovered, "name"));
}

TEST(HiddenWordsTest, InTheColourOfWhatIsBehind) {
  EXPECT_THAT(Truth({"1 g " + Line("white")}).deceits, Hides(Deceit::kUncoloured, "white"));
  EXPECT_THAT(Truth({"0 0 0 0 k " + Line("white")}).deceits, Hides(Deceit::kUncoloured, "white"));
  EXPECT_THAT(Truth({"0 0 1 rg 0 0 200 100 re f " + Line("blue")}).deceits,
              Hides(Deceit::kUncoloured, "blue"));
  EXPECT_THAT(Truth({"0 g 10 40 100 30 re f 1 g " + Line("white on black")}).deceits, IsEmpty());
  EXPECT_THAT(Truth({"0.9 g " + Line("pale")}).deceits, IsEmpty());
  EXPECT_THAT(Truth({"q 200 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x20 EI Q 1 g " +
                     Line("on a photo")})
                  .deceits,
              IsEmpty());
  EXPECT_THAT(Truth({"1 g 0 G 2 Tr " + Line("outlined")}).deceits, IsEmpty());
  EXPECT_THAT(Truth({"1 g " + Line("shade") + "0 g BT /F1 10 Tf 21 49 Td (shade) Tj ET"}).deceits,
              IsEmpty())
      << "a shadow";
}

TEST(HiddenWordsTest, OutsideOfThePage) {
  EXPECT_THAT(Truth({Line("seen") + Line("above", 150)}).deceits, Hides(Deceit::kOffPage, "above"));
  EXPECT_THAT(
      Truth({.content = Line("seen") + Line("low", 10), .page_keys = "/CropBox [ 0 30 200 100 ]"})
          .deceits,
      Hides(Deceit::kOffPage, "low"));
  EXPECT_THAT(Truth({Line("seen") + "q 0 0 50 20 re W n " + Line("clipped", 80) + "Q"}).deceits,
              Hides(Deceit::kOffPage, "clipped"));
  EXPECT_THAT(Truth({Line("a line that is longer than the sheet of paper")}).deceits, IsEmpty());
}

TEST(HiddenWordsTest, PlacesAreThoseOfThePageAsShown) {
  const PageTruth turned = Truth({.content = "3 Tr " + Line("m"), .page_keys = "/Rotate 90"});
  ASSERT_EQ(turned.hidden.size(), 1U);
  EXPECT_NEAR(turned.hidden[0].x, 53, 0.1);  // three points above the line at 50
  EXPECT_NEAR(turned.hidden[0].y, 23, 0.1);
  EXPECT_NEAR(turned.hidden[0].size, 10, 0.1);
  const PageTruth cropped =
      Truth({.content = "3 Tr " + Line("m"), .page_keys = "/CropBox [ 10 20 200 90 ]"});
  ASSERT_EQ(cropped.hidden.size(), 1U);
  EXPECT_NEAR(cropped.hidden[0].x, 13, 0.1);
  EXPECT_NEAR(cropped.hidden[0].y, 37, 0.1);
}

TEST(HiddenWordsTest, OnALayerThatIsOff) {
  const std::string layers = "/OCProperties << /OCGs [ 6 0 R 7 0 R ] /D << /OFF [ 6 0 R ] >> >>";
  const std::string names =
      "/Properties << /Off 6 0 R /On 7 0 R /All << /Type /OCMD /OCGs [ 6 0 R 7 0 R ] /P /AllOn >> "
      ">>";
  const std::vector<std::string> groups = {"<< /Type /OCG /Name (a) >>",
                                           "<< /Type /OCG /Name (b) >>"};
  const auto of = [&](const std::string& name) {
    return Truth({.content = "/OC /" + name + " BDC " + Line("layer") + "EMC " + Line("seen", 20),
                  .catalog_keys = layers,
                  .resources = names,
                  .more = groups})
        .deceits;
  };
  EXPECT_THAT(of("Off"), Hides(Deceit::kHiddenLayer, "layer"));
  EXPECT_THAT(of("All"), Hides(Deceit::kHiddenLayer, "layer"));
  EXPECT_THAT(of("On"), IsEmpty());
  EXPECT_THAT(of("Unknown"), IsEmpty());
}

TEST(HiddenWordsTest, WordsOfAReadingProgramAreNoDeceit) {
  const std::string scan = "q 200 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q ";
  const PageTruth over = Truth({scan + "3 Tr " + Line("read by a machine")});
  EXPECT_THAT(over.deceits, IsEmpty());
  EXPECT_TRUE(over.ocr_layer);
  const PageTruth under = Truth({Line("read by a machine") + scan});
  EXPECT_THAT(under.deceits, IsEmpty());
  EXPECT_TRUE(under.ocr_layer);
  const PageTruth stamp =
      Truth({"q 20 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q 3 Tr " + Line("no scan")});
  EXPECT_THAT(stamp.deceits, Hides(Deceit::kInvisible, "no scan"));
}

TEST(HiddenWordsTest, AnnotationsLieOnTop) {
  const auto page = [](const std::string& subtype, const std::string& flags) {
    return Truth({.content = Line("name"),
                  .page_keys = "/Annots [ 6 0 R ]",
                  .more = {"<< /Type /Annot /Subtype /" + subtype + " /Rect [ 18 46 60 60 ] " +
                               flags + " /AP << /N 7 0 R >> >>",
                           testing_support::Stream(
                               "0 g 0 0 10 10 re f",
                               "/Type /XObject /Subtype /Form /BBox [ 0 0 10 10 ]")}})
        .deceits;
  };
  EXPECT_THAT(page("Square", ""), Hides(Deceit::kCovered, "name"));
  EXPECT_THAT(page("Square", "/F 2"), IsEmpty()) << "hidden itself";
  EXPECT_THAT(page("Highlight", ""), IsEmpty());
  EXPECT_THAT(page("Text", ""), IsEmpty());
}

}  // namespace
}  // namespace dossier::pdf
