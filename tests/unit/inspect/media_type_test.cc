// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/media_type.h"

#include <gtest/gtest.h>

#include <string>

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

TEST(MediaType, UnknownIsNotText) {
  Check("", "x.txt", MediaType::kUnknown);
  Check(std::string("a\0b", 3), "x.txt", MediaType::kUnknown);
  Check("\xEF\xF0\xE8", "x.txt", MediaType::kUnknown);  // a Russian word in windows-1251
  Check("PK\x03\x04", "x.docx", MediaType::kUnknown);
  Check("\x1B[31m", "x.txt", MediaType::kUnknown);
}

TEST(MediaType, SuffixesPromise) {
  EXPECT_EQ(MediaTypeOfName("files/e1.PDF"), MediaType::kPdf);
  EXPECT_EQ(MediaTypeOfName("a.b.htm"), MediaType::kHtml);
  EXPECT_EQ(MediaTypeOfName("photo.jpeg"), MediaType::kJpeg);
  EXPECT_EQ(MediaTypeOfName("pdf"), MediaType::kUnknown);
  EXPECT_EQ(MediaTypeOfName("e1.docx"), MediaType::kUnknown);
}

}  // namespace
}  // namespace dossier::inspect
