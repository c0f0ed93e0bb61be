// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/media_type.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/inspect/unread_kind.h"
#include "tests/support/small_zip.h"

namespace dossier::inspect {
namespace {

void Check(ByteView content, std::string_view name, MediaType expected) {
  EXPECT_EQ(DetectMediaType(content, name), expected) << content.substr(0, 40) << ", " << name;
}

TEST(MediaType, GoesByContent) {
  Check("%PDF-1.7\n", "x", MediaType::kPdf);
  Check(std::string(500, ' ') + "%PDF-1.7", "x.txt", MediaType::kPdf);
  Check(std::string(1020, ' ') + "%PDF-1.7", "x.pdf", MediaType::kText);
  Check("\x89PNG\r\n\x1A\n", "x.pdf", MediaType::kPng);
  Check("\xFF\xD8\xFF\xE1", "x", MediaType::kJpeg);
  Check("\xEF\xBB\xBF  <!DOCTYPE HTML>", "x", MediaType::kHtml);
  Check("<!-- saved from somewhere --><!-- again --> <html>", "x", MediaType::kHtml);
  Check("<?xml version='1.0'?><html>", "x", MediaType::kHtml);
  Check("<!-- never closed <html>", "x", MediaType::kText);
  Check("words <html>", "x.html", MediaType::kText);
  Check("слова\n", "x", MediaType::kText);
  Check("words", "x.MD", MediaType::kMarkdown);
  Check("<p>", "x.md", MediaType::kHtml);
}

TEST(MediaType, PicturesAndRecordings) {
  Check(std::string("II*\0\x08\0\0\0", 8), "x", MediaType::kTiff);
  Check(std::string("MM\0*\0\0\0\x08", 8), "x.pdf", MediaType::kTiff);
  Check(std::string("RIFF\x24\0\0\0WAVEfmt ", 16), "x", MediaType::kAudio);
  Check(std::string("RIFF\x24\0\0\0AVI LIST", 16), "x", MediaType::kVideo);
  Check(std::string("\0\0\0\x18""ftypM4A \0\0\0\0", 16), "x", MediaType::kVideo);  // either, as far as one sees
  Check(std::string("\0\0\0\x08wide\0\0\0\0mdat", 16), "x.mov", MediaType::kVideo);
  Check(std::string("OggS\0\2", 6), "x", MediaType::kVideo);
  Check("\x1A\x45\xDF\xA3", "x", MediaType::kVideo);
  Check("#!AMR\n\x3C", "x", MediaType::kAudio);
  Check(std::string("ID3\4\0\0\0\0\0\0\xFF", 11), "x", MediaType::kAudio);
  const std::string frame = "\xFF\xFB\x90\xC0" + std::string(413, '\0');
  Check(frame + frame, "x", MediaType::kAudio);
  Check(frame, "x", MediaType::kUnknown);
  Check("WEBVTT\n\n00:01.000 --> 00:02.000\nWords\n", "x.txt", MediaType::kTranscript);
  Check("[00:00:01] Words\n", "x.txt", MediaType::kText);
}

TEST(MediaType, WordsAreNotMistakenForThem) {
  Check("ID3 tags are words", "x", MediaType::kText);
  Check("All wide roads", "x", MediaType::kText);
  Check("The ftypes", "x", MediaType::kText);
  Check("OggS is a word", "x", MediaType::kText);
  Check("BM is a company", "x", MediaType::kText);
}

TEST(MediaType, PicturesThatAreNotReadAreNamed) {
  const auto named = [](ByteView content, std::string_view kind) {
    EXPECT_EQ(DetectMediaType(content, "x"), MediaType::kUnknown) << kind;
    EXPECT_NE(UnreadKindOf(content).what.find(kind), std::string_view::npos) << UnreadKindOf(content).what;
    EXPECT_NE(UnreadKindOf(content).help.find("PNG or JPEG"), std::string_view::npos);
  };
  named(std::string("RIFF\x24\0\0\0WEBPVP8 ", 16), "WebP");
  named(std::string("GIF89a\1\0\1\0\0", 11), "GIF");
  named(std::string("\0\0\0\x18""ftypheic\0\0\0\0", 16), "HEIC");
  named(std::string("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0", 26), "BMP");
  EXPECT_EQ(UnreadKindOf(std::string(30, '\1')).what, "");
  EXPECT_EQ(UnreadKindOf("").what, "");
}

TEST(MediaType, UnknownIsNotText) {
  Check("", "x.txt", MediaType::kUnknown);
  Check(std::string("a\0b", 3), "x.txt", MediaType::kUnknown);
  Check("\xEF\xF0\xE8", "x.txt", MediaType::kUnknown);  // a Russian word in windows-1251
  Check("PK\x03\x04", "x.docx", MediaType::kUnknown);
  Check("\x1B[31m", "x.txt", MediaType::kUnknown);
}

TEST(MediaType, ContainersGoByWhatIsInThem) {
  Check(test::SmallZip({{"[Content_Types].xml", ""}, {"word/document.xml", ""}}), "x", MediaType::kDocx);
  Check(test::SmallZip({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}), "x.docx", MediaType::kUnknown);
  Check(test::SmallZip({{"[Content_Types].xml", ""}, {"word/a", ""}, {"word/vbaProject.bin", ""}}), "x.docx", MediaType::kUnknown);
  Check(test::SmallZip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", ""}}), "x", MediaType::kOdt);
  Check(test::SmallZip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "x.odt", MediaType::kUnknown);
  Check(test::SmallZip({{"archive/a.warc", ""}, {"datapackage.json", ""}}), "x", MediaType::kWacz);
  Check("WARC/1.1\r\n", "x", MediaType::kWarc);
  Check("\x1F\x8B\x08", "x", MediaType::kWarc);
}

TEST(MediaType, MailIsWhatAProgramSent) {
  Check("From: a@example.org\nSubject: b\nMIME-Version: 1.0\n\nwords", "x", MediaType::kEmail);
  Check("Received: by x\n\tfrom y\nDate: today\n\nwords", "x.txt", MediaType::kEmail);
  // What a person types above a letter, and a head that does not end.
  Check("From: Ona\nTo: the office\nDate: today\n\nDear all", "x", MediaType::kText);
  Check("From: a@example.org\nMessage-ID: <1>\nwords without a colon", "x", MediaType::kText);
  constexpr std::string_view kRelated = "MIME-Version: 1.0\nSubject: s\nContent-Type: multipart/related;\n boundary=b\n";
  Check("From: <Saved by Blink>\n" + std::string(kRelated) + "\nx", "x", MediaType::kMhtml);
  Check("From: a@example.org\nTo: b@example.org\nDate: d\n" + std::string(kRelated) + "\nx", "x", MediaType::kEmail);
}

TEST(MediaType, NamesKindsThatAreNotRead) {
  EXPECT_EQ(UnreadKindOf("{\\rtf1").what, "a rich text document (.rtf)");
  EXPECT_EQ(UnreadKindOf(test::SmallZip({{"a.txt", ""}})).what, "a ZIP archive");
  EXPECT_EQ(UnreadKindOf(test::SmallZip({{"word/vbaProject.bin", ""}})).what, "a Word document with macros (.docm)");
  EXPECT_EQ(UnreadKindOf("words").what, "");
}

TEST(MediaType, SuffixesPromise) {
  EXPECT_EQ(MediaTypeOfName("files/e1.PDF"), MediaType::kPdf);
  EXPECT_EQ(MediaTypeOfName("a.b.htm"), MediaType::kHtml);
  EXPECT_EQ(MediaTypeOfName("photo.jpeg"), MediaType::kJpeg);
  EXPECT_EQ(MediaTypeOfName("scan.TIF"), MediaType::kTiff);
  EXPECT_EQ(MediaTypeOfName("voice.opus"), MediaType::kAudio);
  EXPECT_EQ(MediaTypeOfName("clip.mov"), MediaType::kVideo);
  EXPECT_EQ(MediaTypeOfName("clip.srt"), MediaType::kTranscript);
  EXPECT_EQ(MediaTypeOfName("pdf"), MediaType::kUnknown);
  EXPECT_EQ(MediaTypeOfName("e1.docx"), MediaType::kDocx);
  EXPECT_EQ(MediaTypeOfName("e1.warc.GZ"), MediaType::kWarc);
  EXPECT_EQ(MediaTypeOfName("e1.tar.gz"), MediaType::kUnknown);
}

}  // namespace
}  // namespace dossier::inspect
