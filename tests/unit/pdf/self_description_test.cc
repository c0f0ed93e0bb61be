// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says of itself: metadata, revisions, signatures, files inside it.
#include "compiler/pdf/self_description.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/pdf/inspect_pdf.h"
#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf {
namespace {

using ::testing::ElementsAre;
using testing_support::MakePdf;
using testing_support::SmallPdf;
using testing_support::Stream;

SelfDescription Self(const Bytes& pdf) {
  const Result<PdfFacts> facts = ReadPdfFacts(pdf);
  EXPECT_TRUE(facts.ok());
  return facts.ok() ? facts->self : SelfDescription{};
}

/// `pdf` with the entry /Info of its trailer: object `number`.
Bytes WithInfo(Bytes pdf, int number) {
  pdf.replace(pdf.rfind("/Root"), 5, "/Info " + std::to_string(number) + " 0 R /Root");
  return pdf;
}

TEST(SelfDescriptionTest, InformationDictionary) {
  const SelfDescription self = Self(WithInfo(
      MakePdf({.catalog_keys = "/Lang (lt)",
               .more = {"<< /Title (Report) /Author (\xFE\xFF\x01\x7D) /Creator (Writer) /Producer "
                        "(Printer) "
                        "/CreationDate (D:20240305101112+02'00') /ModDate (D:202403) >>"}}),
      6));
  EXPECT_EQ(self.title, "Report");
  EXPECT_THAT(self.authors, ElementsAre("\xC5\xBD"));
  EXPECT_THAT(self.tools, ElementsAre("Writer", "Printer"));
  EXPECT_EQ(self.created, "2024-03-05T10:11:12+02:00");
  EXPECT_EQ(self.modified, "2024-03");
  EXPECT_EQ(self.language, "lt");
}

TEST(SelfDescriptionTest, MetadataPacket) {
  const std::string packet =
      "<x:xmpmeta><rdf:RDF><rdf:Description xmp:CreatorTool=\"Writer &amp; Co\" "
      "xmp:CreateDate='2024-03-05'>"
      "<dc:creator><rdf:Seq><rdf:li>Anna Example</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Paper</rdf:li></rdf:Alt></dc:title>"
      "<pdf:Producer>Printer</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>";
  const SelfDescription self =
      Self(MakePdf({.catalog_keys = "/Metadata 6 0 R",
                    .more = {Stream(packet, "/Type /Metadata /Subtype /XML")}}));
  EXPECT_THAT(self.authors, ElementsAre("Anna Example", "B"));
  EXPECT_EQ(self.title, "Paper");
  EXPECT_THAT(self.tools, ElementsAre("Writer & Co", "Printer"));
  EXPECT_EQ(self.created, "2024-03-05");
}

TEST(SelfDescriptionTest, PacketsThatEndEarlyGiveNothing) {
  for (const std::string packet :
       {"<dc:creator", "<dc:creator>", "<dc:creator><rdf:li", "<dc:creator/>", " dc:creator=\""}) {
    EXPECT_TRUE(Self(MakePdf({.catalog_keys = "/Metadata 6 0 R", .more = {Stream(packet)}}))
                    .authors.empty())
        << packet;
  }
}

Bytes Saved(const Bytes& pdf) {
  const std::size_t at = pdf.rfind("startxref\n") + 10;
  const std::string previous = pdf.substr(at, pdf.find('\n', at) - at);
  const Bytes added =
      pdf + "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj\n";
  const std::string offset = std::to_string(pdf.size());
  return added + "xref\n3 1\n" + std::string(10 - offset.size(), '0') + offset +
         " 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R /Prev " + previous + " >>\nstartxref\n" +
         std::to_string(added.size()) + "\n%%EOF\n";
}

TEST(SelfDescriptionTest, RevisionsAreCounted) {
  const Bytes once = MakePdf({});
  EXPECT_EQ(Self(once).revisions, 1);
  EXPECT_EQ(Self(Saved(once)).revisions, 2);
  EXPECT_EQ(Self(Saved(Saved(once))).revisions, 3);
}

TEST(SelfDescriptionTest, AChainOfRevisionsThatLoopsEnds) {
  Bytes pdf = Saved(MakePdf({}));
  const std::size_t last = pdf.rfind("startxref\n") + 10;
  const std::string own = pdf.substr(last, pdf.find('\n', last) - last);
  const std::size_t prev = pdf.rfind("/Prev ") + 6;
  pdf.replace(prev, pdf.find(' ', prev) - prev, own);
  const Result<PdfFacts> facts = ReadPdfFacts(pdf);
  if (facts.ok()) {
    EXPECT_LE(facts->self.revisions, 2);
  }
}

SignatureState StateWith(const std::string& range) {
  const SelfDescription self =
      Self(MakePdf({.more = {"<< /FT /Sig /T (s) /V << /Type /Sig /ByteRange " + range +
                             " /Contents <00> >> >>"}}));
  EXPECT_EQ(self.signatures.size(), 1U);
  return self.signatures.empty() ? SignatureState::kBroken : self.signatures[0];
}

TEST(SelfDescriptionTest, WhatSignaturesSpeakFor) {
  EXPECT_EQ(StateWith("[ 0 100 200 100 ]"), SignatureState::kEarlierRevision);
  EXPECT_EQ(StateWith("[ 0 100 50 100 ]"), SignatureState::kBroken);
  EXPECT_EQ(StateWith("[ 5 100 200 100 ]"), SignatureState::kBroken);
  EXPECT_EQ(StateWith("[ 0 100 200 99999 ]"), SignatureState::kBroken);
  EXPECT_EQ(StateWith("[ 0 100 200 ]"), SignatureState::kBroken);
}

TEST(SelfDescriptionTest, FilesInsideTheFile) {
  const SelfDescription self = Self(MakePdf(
      {.more = {"<< /Type /Filespec /F (a.xml) /UF (b.xml) /EF << /F 7 0 R >> >>",
                Stream("<a/>", "/Type /EmbeddedFile /Subtype /text#2Fxml"),
                "<< /Type /Annot /Subtype /FileAttachment /FS << /F (c) /EF << /F 9 0 R >> >> >>",
                Stream("x", "/Type /EmbeddedFile /Filter /NoSuchFilter")}}));
  ASSERT_EQ(self.files.size(), 2U);
  EXPECT_EQ(self.files[0].name, "b.xml");
  EXPECT_EQ(self.files[0].type, "text/xml");
  EXPECT_EQ(self.files[0].content, "<a/>");
  EXPECT_TRUE(self.files[0].whole);
  EXPECT_FALSE(self.files[1].whole);
}

}  // namespace
}  // namespace dossier::pdf
