// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/bundle_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "compiler/pdf/finished_file.h"
#include "compiler/pdf/inspect_pdf.h"
#include "compiler/pdf/signature_hole.h"
#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing_support::JoinObjects;
using testing_support::MakePdf;
using testing_support::Stream;

/// A bundle of one brief page and `exhibit`, stamped by the second page of the brief file.
Result<Bytes> Bundled(const Bytes& exhibit, int pages) {
  static const Bytes brief = MakePdf({.pages = 2, .text = "brief", .media_box = "[ 0 0 595 24 ]"});
  Result<BundleWriter> writer = BundleWriter::Start(brief, 1);
  if (!writer) return writer.failure();
  const std::vector<StampedPage> stamps(static_cast<std::size_t>(pages), {.stamp = 1, .link = ""});
  if (Result<Done> added = writer->AddExhibit("exhibit x", exhibit, stamps); !added)
    return added.failure();
  if (Result<Done> reserved = writer->ReserveSignature({}); !reserved) return reserved.failure();
  return writer->Write();
}

Bytes Good(const Bytes& exhibit, int pages = 1) {
  Result<Bytes> made = Bundled(exhibit, pages);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.failure().reason);
  return made.ok() ? std::move(made).value() : Bytes();
}

/// A document reads from its bytes as long as it lives, so they are kept for the whole run.
std::shared_ptr<QPDF> Opened(const Bytes& content) {
  static std::deque<Bytes> kept;
  const Bytes& bytes = kept.emplace_back(content);
  std::shared_ptr<QPDF> document = QPDF::create();
  document->setSuppressWarnings(true);
  document->processMemoryFile("test", bytes.data(), bytes.size());
  return document;
}

/// The form XObject of an exhibit page.
QPDFObjectHandle FormOf(QPDF& document, std::size_t page) {
  QPDFObjectHandle handle = document.getAllPages().at(page);
  return handle.getKey("/Resources").getKey("/XObject").getKey("/E");
}

std::string ContentOf(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData();
  return std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

/// Object 1 catalog, 2 page tree, 3 font, 4 page, 5 content and what more there is.
Bytes OnePage(const std::string& page_keys, std::vector<std::string> more,
              const std::string& catalog_keys = "") {
  return MakePdf({.pages = 1,
                  .text = "evidence",
                  .catalog_keys = catalog_keys,
                  .page_keys = page_keys,
                  .more = std::move(more)});
}

std::vector<std::string> Forbidden(const Bytes& bytes) {
  const Result<FinishedFile> file = ReadFinished(bytes);
  EXPECT_TRUE(file.ok()) << (file.ok() ? "" : file.failure().reason);
  return file.ok() ? file->forbidden : std::vector<std::string>{"unreadable"};
}

TEST(BundleWriterTest, ContentIsBroughtOverAsItWas) {
  const Bytes bytes = Good(MakePdf({.pages = 2, .text = "evidence"}), 2);
  const std::shared_ptr<QPDF> document = Opened(bytes);
  ASSERT_EQ(document->getAllPages().size(), 3U);
  EXPECT_EQ(ContentOf(FormOf(*document, 1)), "BT /F1 24 Tf 72 700 Td (evidence 1) Tj ET");
  EXPECT_EQ(ContentOf(FormOf(*document, 2)), "BT /F1 24 Tf 72 700 Td (evidence 2) Tj ET");
}

TEST(BundleWriterTest, WhatActsOrHidesStaysBehind) {
  const Bytes exhibit = OnePage(
      "/AA << /O << /S /JavaScript /JS (1) >> >> /Annots [ << /Subtype /Link /Rect [ 0 0 9 9 ] /A "
      "<< /S /Launch /F (x) >> >> ] /Resources << /XObject << /X 6 0 R /P 8 0 R >> /Properties << "
      "/L 7 0 R >> >>",
      {Stream("0 0 m",
              "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] /OC 7 0 R /Ref << /F (y) "
              ">> /PieceInfo << /A << /S /Launch >> >> /Metadata 9 0 R"),
       "<< /Type /OCG /Name (hidden) >>", Stream("exec", "/Type /XObject /Subtype /PS"),
       Stream("<x/>", "/Type /Metadata")},
      "/OpenAction << /S /JavaScript /JS (2) >> /OCProperties << /OCGs [ 7 0 R ] /D << >> >>");
  ASSERT_THAT(ReadPdfFacts(exhibit)->active_content, Not(IsEmpty()));
  const Bytes bytes = Good(exhibit);
  EXPECT_THAT(Forbidden(bytes), IsEmpty());
  for (const char* word : {"JavaScript", "Launch", "/OC", "/Ref ", "hidden", "PieceInfo", "/PS"}) {
    EXPECT_THAT(bytes, Not(HasSubstr(word)));
  }
  const std::shared_ptr<QPDF> document = Opened(bytes);
  EXPECT_TRUE(FormOf(*document, 1).getDict().getKey("/Resources").getKey("/XObject").hasKey("/X"));
}

TEST(BundleWriterTest, AnnotationsThatShowSomethingBecomeContent) {
  const Bytes bytes = Good(OnePage(
      "/Annots [ << /Type /Annot /Subtype /Stamp /Rect [ 100 100 200 200 ] /AP << /N 6 0 R >> >> "
      "<< /Type /Annot /Subtype /Stamp /F 2 /Rect [ 0 0 9 9 ] /AP << /N 7 0 R >> >> ]",
      {Stream("(received) Tj", "/Type /XObject /Subtype /Form /BBox [ 0 0 100 100 ]"),
       Stream("(invisible) Tj", "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]")}));
  EXPECT_THAT(Forbidden(bytes), IsEmpty());
  EXPECT_THAT(bytes, HasSubstr("(received) Tj"));
  EXPECT_THAT(bytes, Not(HasSubstr("(invisible) Tj")));
}

TEST(BundleWriterTest, RotatedPagesStandUpright) {
  // A4 lying on its side and turned: shown upright, so the fresh page is upright.
  for (const auto& [rotate, matrix] :
       std::vector<std::pair<std::string, std::string>>{{"0", "q 1 0 0 1 "},
                                                        {"90", "q 0 -1 1 0 "},
                                                        {"180", "q -1 0 0 -1 "},
                                                        {"270", "q 0 1 -1 0 "},
                                                        {"-90", "q 0 1 -1 0 "}}) {
    const Bytes bytes =
        Good(MakePdf({.page_keys = "/Rotate " + rotate, .media_box = "[ 10 20 310 220 ]"}));
    const std::shared_ptr<QPDF> document = Opened(bytes);
    QPDFObjectHandle page = document->getAllPages().at(1);
    EXPECT_THAT(ContentOf(page.getKey("/Contents")), HasSubstr(matrix)) << rotate;
    const bool turned = rotate == "90" || rotate == "270" || rotate == "-90";
    const double width = page.getKey("/MediaBox").getArrayItem(2).getNumericValue();
    EXPECT_EQ(width < 600, turned) << rotate;
  }
}

TEST(BundleWriterTest, PagesThatShareOneContentKeepTheirBoxes) {
  const Bytes exhibit = JoinObjects(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R 4 0 R ] /Count 2 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 100 200 ] /Contents 5 0 R >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 400 ] /Contents [ 5 0 R ] >>",
       Stream("0 0 m")});
  const std::shared_ptr<QPDF> document = Opened(Good(exhibit, 2));
  EXPECT_EQ(FormOf(*document, 1).getDict().getKey("/BBox").unparse(), "[ 0 0 100 200 ]");
  EXPECT_EQ(FormOf(*document, 2).getDict().getKey("/BBox").unparse(), "[ 0 0 300 400 ]");
}

TEST(BundleWriterTest, StampThatLeavesNoRoomIsRefused) {
  const Bytes brief = MakePdf({.pages = 2});
  BundleWriter writer = std::move(BundleWriter::Start(brief, 1)).value();
  const Bytes exhibit = MakePdf({});
  EXPECT_THAT(writer.AddExhibit("exhibit x", exhibit, {{.stamp = 1, .link = ""}}).failure().reason,
              HasSubstr("exhibit x: page 1: the stamp is too large"));
}

TEST(BundleWriterTest, SeveralContentStreamsAreJoined) {
  const Bytes exhibit = OnePage("/Contents [ 6 0 R 7 0 R ]", {Stream("q 1 0 0"), Stream("rg Q")});
  const std::shared_ptr<QPDF> document = Opened(Good(exhibit));
  EXPECT_THAT(ContentOf(FormOf(*document, 1)), ::testing::MatchesRegex("q 1 0 0\\s+rg Q\\s*"));
}

TEST(BundleWriterTest, EmptyAndOddPagesComeOver) {
  EXPECT_NE(Good(JoinObjects({"<< /Type /Catalog /Pages 2 0 R >>",
                              "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                              "<< /Type /Page /Parent 2 0 R >>"})),
            "");
  EXPECT_NE(Good(OnePage("/Resources 5 0 R /Contents 99 0 R /Rotate 45 /MediaBox [ 1 2 ]", {})),
            "");
}

TEST(BundleWriterTest, NamesOfOldFilesComeOver) {
  const Bytes bytes = Good(OnePage("/Resources << /Font << /F#x 3 0 R >> >>", {}));
  EXPECT_TRUE(ReadFinished(bytes).ok());
}

TEST(BundleWriterTest, EncryptedExhibitWithoutPasswordIsOpened) {
  const Bytes plain = MakePdf({.text = "evidence"});
  const std::shared_ptr<QPDF> source = Opened(plain);
  QPDFWriter writer(*source);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                   true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  const Bytes encrypted(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  EXPECT_TRUE(ReadPdfFacts(encrypted)->encrypted);
  const std::shared_ptr<QPDF> document = Opened(Good(encrypted));
  EXPECT_FALSE(document->isEncrypted());
  EXPECT_THAT(ContentOf(FormOf(*document, 1)), HasSubstr("(evidence 1) Tj"));
}

TEST(BundleWriterTest, LockedExhibitIsRefused) {
  const std::shared_ptr<QPDF> source = Opened(MakePdf({}));
  QPDFWriter writer(*source);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  const Bytes locked(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  EXPECT_TRUE(ReadPdfFacts(locked)->needs_password);
  EXPECT_EQ(Bundled(locked, 1).failure().reason, "exhibit x: the file needs a password");
}

TEST(BundleWriterTest, FileStructureInsideAnExhibitIsHidden) {
  const std::string text = "(%%EOF startxref 7 /ByteRange [ 0 1 2 3 ]) Tj";
  const Bytes exhibit = OnePage("/Contents 6 0 R", {Stream(text)});
  const Bytes bytes = Good(exhibit);
  for (const std::string word : {"%%EOF", "startxref", "/ByteRange"}) {
    EXPECT_EQ(bytes.find(word), bytes.rfind(word)) << word;
  }
  const std::shared_ptr<QPDF> document = Opened(bytes);
  EXPECT_EQ(ContentOf(FormOf(*document, 1)), text);
  EXPECT_TRUE(FindHole(bytes).ok());
}

TEST(BundleWriterTest, EveryDamagedExhibitGivesAnAnswer) {
  const Bytes exhibit =
      OnePage("/Annots [ << /Subtype /Stamp /Rect [ 1 1 2 2 ] /AP << /N 6 0 R >> >> ]",
              {Stream("(x) Tj", "/Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ]")});
  for (std::size_t at = 0; at < exhibit.size(); at += 3) {
    Bytes damaged = exhibit;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    const Result<Bytes> made = Bundled(damaged, 1);
    if (made.ok()) {
      EXPECT_TRUE(ReadFinished(*made).ok()) << at;
    }
  }
}

}  // namespace
}  // namespace dossier::pdf
