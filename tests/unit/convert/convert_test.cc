// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/convert/convert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "compiler/convert/as_document.h"
#include "compiler/convert/picture.h"
#include "compiler/crypto/sha256.h"
#include "compiler/foundation/wire.h"
#include "compiler/inspect/inspect.h"
#include "compiler/poppler/read_text.h"
#include "tests/support/typesetting.h"

namespace dossier::convert {
namespace {

using ::testing::HasSubstr;

inspect::ExhibitFacts FactsOf(std::string_view name, const std::string& content) {
  const std::vector<inspect::Source> sources{{name, content}};
  auto inspections =
      inspect::InspectAll(sources, {.worker_program = DOSSIER_WORKER, .cache = nullptr, .jobs = 1});
  EXPECT_TRUE(inspections.at(0).facts.has_value()) << inspections.at(0).failure;
  return inspections.at(0).facts.value_or(inspect::ExhibitFacts{});
}

Request RequestFor(const inspect::ExhibitFacts& facts, ByteView file) {
  return {.facts = &facts,
          .file = file,
          .exhibit = "e7",
          .path = "files/e7.html",
          .title = "A page about the harbour",
          .language = "en",
          .worker_program = DOSSIER_WORKER};
}

std::vector<std::string> PagesOfText(const Bytes& pdf) {
  const auto text = poppler::ReadPdfText(pdf, {}, [](int) {});
  EXPECT_TRUE(text.ok());
  return text ? text->pages : std::vector<std::string>{};
}

/// Without spaces and line ends, so that line breaks do not matter.
std::string Squeezed(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; }),
             text.end());
  return text;
}

TEST(Convert, NumbersEveryParagraphAndLosesNone) {
  std::string page = "<html><body><h1>Заголовок</h1>";
  for (int i = 1; i <= 60; ++i) {
    page += "<p>Paragraph number" + std::to_string(i) + " of Žydrė, Қазақстан, " +
            testing::Filler(40, static_cast<unsigned>(i)) + "</p>";
  }
  const inspect::ExhibitFacts facts = FactsOf("e7.html", page);
  ASSERT_EQ(facts.paragraphs, 60);
  diagnostics::Sink sink;
  const auto converted = Convert(RequestFor(facts, page), testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok()) << converted.failure().reason;
  EXPECT_TRUE(sink.findings().empty());
  const std::vector<std::string> pages = PagesOfText(converted->pdf);
  ASSERT_EQ(static_cast<int>(pages.size()), converted->pages);
  ASSERT_GT(converted->pages, 3);
  ASSERT_EQ(converted->paragraph_pages.size(), 60u);
  EXPECT_TRUE(std::is_sorted(converted->paragraph_pages.begin(), converted->paragraph_pages.end()));
  EXPECT_THAT(pages[0], HasSubstr("Заголовок"));
  for (std::size_t n = 1; n <= 60; ++n) {
    const auto on = static_cast<std::size_t>(converted->paragraph_pages[n - 1]);
    const std::string text = Squeezed(pages.at(on - 1));
    EXPECT_THAT(text, HasSubstr("[" + std::to_string(n) + "]"));
    EXPECT_THAT(text, HasSubstr("Paragraphnumber" + std::to_string(n) + "ofŽydrė,Қазақстан"));
  }
}

TEST(Convert, SaysWhatThePagesWereMadeOf) {
  const std::string content = "Words.\n";
  const inspect::ExhibitFacts facts = FactsOf("e7.txt", content);
  diagnostics::Sink sink;
  const auto converted = Convert(RequestFor(facts, content), testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok());
  const std::string text = Squeezed(PagesOfText(converted->pdf).at(0));
  EXPECT_THAT(text, HasSubstr("files/e7.html"));
  EXPECT_THAT(text, HasSubstr(crypto::Sha256(content).ToHex()));
}

TEST(Convert, SameInSameOut) {
  const std::string content = "# Head\n\n- item\n\n> quoted\n\n```\n  code\n```\n\n| a | b |\n";
  const inspect::ExhibitFacts facts = FactsOf("e7.md", content);
  diagnostics::Sink sink;
  const auto one = Convert(RequestFor(facts, content), testing::InstalledFonts(), sink);
  const auto other = Convert(RequestFor(facts, content), testing::InstalledFonts(), sink);
  ASSERT_TRUE(one.ok() && other.ok());
  EXPECT_EQ(one->pdf, other->pdf);
  EXPECT_EQ(one->paragraph_pages, std::vector<int>(4, 1));
}

TEST(Convert, PicturesBecomeAPage) {
  // A grey PNG of one pixel.
  const std::array<unsigned char, 67> bytes{
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48,
      0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
      0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78,
      0x9C, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xCD, 0x72, 0xB6, 0x00,
      0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};
  const std::string png(bytes.begin(), bytes.end());
  const auto inspections =
      inspect::InspectAll(std::vector<inspect::Source>{{"e7.png", png}},
                          {.worker_program = DOSSIER_WORKER, .cache = nullptr, .jobs = 1});
  if (!inspections.at(0).facts) GTEST_FAIL() << inspections.at(0).failure;
  diagnostics::Sink sink;
  const auto converted =
      Convert(RequestFor(*inspections[0].facts, png), testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok()) << converted.failure().reason;
  EXPECT_EQ(converted->pages, 1);
  EXPECT_TRUE(converted->paragraph_pages.empty());
  EXPECT_THAT(converted->pdf, HasSubstr("/Image"));
}

/// Two pages of grey, uncompressed (TIFF 6.0): 4 x 2 and 3 x 5 pixels.
std::string TwoPages() {
  std::string file("II*\0\x08\0\0\0", 8);
  const auto number = [&](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) file += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  for (const auto& [width, height, last] : {std::tuple{4u, 2u, false}, {3u, 5u, true}}) {
    const auto start = static_cast<std::uint32_t>(file.size());
    const std::uint32_t strip = start + 2 + 9 * 12 + 4;
    number(9, 2);
    for (const auto& [tag, value] : {std::pair{256u, width}, {257u, height}, {258u, 8u}, {259u, 1u}, {262u, 1u},
                                     {273u, strip}, {277u, 1u}, {278u, height}, {279u, width * height}}) {
      number(tag, 2);
      number(4, 2);
      number(1, 4);
      number(value, 4);
    }
    number(last ? 0 : strip + width * height, 4);
    file += std::string(width * height, '\x64');
  }
  return file;
}

TEST(Convert, EveryPageOfATiffIsAPage) {
  const std::string tiff = TwoPages();
  const inspect::ExhibitFacts facts = FactsOf("e7.tif", tiff);
  EXPECT_EQ(facts.pages, 2);
  EXPECT_EQ(facts.width, 4);
  diagnostics::Sink sink;
  const auto converted = Convert(RequestFor(facts, tiff), testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok()) << converted.failure().reason;
  EXPECT_EQ(converted->pages, 2);
  EXPECT_THAT(converted->pdf, HasSubstr("/DeviceGray"));
  EXPECT_EQ(converted->pdf.find("/DeviceRGB"), std::string::npos);
  inspect::ExhibitFacts many = facts;
  many.pages = 501;
  EXPECT_THAT(Convert(RequestFor(many, tiff), testing::InstalledFonts(), sink).failure().reason, HasSubstr("501 pages"));
}

inspect::ExhibitFacts RecordingFacts() {
  inspect::ExhibitFacts facts;
  facts.media = inspect::MediaType::kAudio;
  facts.duration_ms = 754'000;
  facts.description.form = "MPEG-4: AAC";
  facts.description.created = "2023-11-14T22:13:20Z";
  facts.description.tools = {"PhoneCo X-9"};
  facts.description.position = "54.6870, 25.2800";
  return facts;
}

TEST(Convert, ARecordingHasASheet) {
  const inspect::ExhibitFacts facts = RecordingFacts();
  const compose::Strings words("en", {{"recording.sound", "sound"}, {"recording.no-transcript", "No transcript."}});
  Request request = RequestFor(facts, "");
  request.strings = &words;
  diagnostics::Sink sink;
  const auto converted = Convert(request, testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok()) << converted.failure().reason;
  EXPECT_EQ(converted->pages, 1);
  EXPECT_TRUE(converted->paragraph_pages.empty());
  const std::string text = Squeezed(PagesOfText(converted->pdf).at(0));
  EXPECT_THAT(text, HasSubstr("sound,MPEG-4:AAC"));
  EXPECT_THAT(text, HasSubstr("00:12:34"));
  EXPECT_THAT(text, HasSubstr("22:13:20UTC"));
  EXPECT_THAT(text, HasSubstr("Notranscript."));
  EXPECT_EQ(text.find("PhoneCo"), std::string::npos);
  EXPECT_EQ(text.find("54.687"), std::string::npos);
}

TEST(Convert, CuesAreNumberedAndTimed) {
  inspect::ExhibitFacts facts = RecordingFacts();
  for (int i = 1; i <= 200; ++i) {
    facts.blocks.push_back({.number = i, .text = "Word" + std::to_string(i) + " of Žydrė.", .at_ms = 3000 * (i - 1)});
  }
  facts.paragraphs = 200;
  const compose::Strings words("en", {{"recording.transcript-by", "Transcript by {0}."}});
  const TranscriptSource transcript{.path = "files/e7.vtt", .sha256 = crypto::Sha256("x"), .by = "Cara Example"};
  Request request = RequestFor(facts, "");
  request.strings = &words;
  request.transcript = &transcript;
  diagnostics::Sink sink;
  const auto converted = Convert(request, testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok()) << converted.failure().reason;
  const std::vector<std::string> pages = PagesOfText(converted->pdf);
  EXPECT_GT(converted->pages, 1);
  EXPECT_THAT(Squeezed(pages.at(0)), HasSubstr("TranscriptbyCaraExample."));
  EXPECT_THAT(Squeezed(pages.at(0)), HasSubstr(transcript.sha256.ToHex()));
  ASSERT_EQ(converted->paragraph_pages.size(), 200u);
  const std::string last = Squeezed(pages.at(static_cast<std::size_t>(converted->paragraph_pages[199] - 1)));
  EXPECT_THAT(last, HasSubstr("[200]00:09:57Word200ofŽydrė."));
}

TEST(Convert, MissingGlyphsAreFoundInTheExhibit) {
  const std::string content = "An emoji \xF0\x9F\xA6\x84 stands here.\n";
  const inspect::ExhibitFacts facts = FactsOf("e7.txt", content);
  diagnostics::Sink sink;
  ASSERT_TRUE(Convert(RequestFor(facts, content), testing::InstalledFonts(), sink).ok());
  ASSERT_EQ(sink.findings().size(), 1u);
  EXPECT_EQ(sink.findings()[0].kind, diagnostics::Kind::kGlyphMissing);
  EXPECT_EQ(sink.findings()[0].place.path, "files/e7.html");
  EXPECT_THAT(sink.findings()[0].exhibits, ::testing::ElementsAre("e7"));
}

TEST(Convert, InvisibleControlsDoNotReachThePage) {
  const std::string content = "so\u00ADft \u202Eright\u202C \uFEFFmark\n";
  const inspect::ExhibitFacts facts = FactsOf("e7.txt", content);
  diagnostics::Sink sink;
  const auto converted = Convert(RequestFor(facts, content), testing::InstalledFonts(), sink);
  ASSERT_TRUE(converted.ok());
  EXPECT_TRUE(sink.findings().empty());
  EXPECT_THAT(PagesOfText(converted->pdf).at(0), HasSubstr("soft right mark"));
}

TEST(Convert, RefusesWhatCannotBecomePages) {
  inspect::ExhibitFacts facts;
  diagnostics::Sink sink;
  for (const auto media : {inspect::MediaType::kPdf, inspect::MediaType::kUnknown}) {
    facts.media = media;
    EXPECT_FALSE(NeedsConversion(media));
    EXPECT_FALSE(Convert(RequestFor(facts, ""), testing::InstalledFonts(), sink).ok());
  }
  facts.media = inspect::MediaType::kText;
  EXPECT_EQ(Convert(RequestFor(facts, ""), testing::InstalledFonts(), sink).failure().reason,
            "it holds no text");
  facts.blocks.push_back({.number = 1, .text = std::string(std::size_t{5} << 20, 'x')});
  facts.paragraphs = 1;
  EXPECT_THAT(Convert(RequestFor(facts, ""), testing::InstalledFonts(), sink).failure().reason,
              HasSubstr("longer than 4 MiB"));
  facts.media = inspect::MediaType::kJpeg;
  facts.pages = 1;
  EXPECT_THAT(
      Convert(RequestFor(facts, "\xFF\xD8\xFF"), testing::InstalledFonts(), sink).failure().reason,
      HasSubstr("damaged"));
}

TEST(ReadPicture, ChecksTheSizesAgainstTheBytes) {
  const auto answer = [](std::int64_t width, std::int64_t height, std::size_t bytes) {
    WireWriter out;
    out.Number(width);
    out.Number(height);
    out.Text(std::string(bytes, 'x'));
    return std::move(out).Take();
  };
  EXPECT_TRUE(ReadPicture(answer(2, 3, 18)).ok());
  EXPECT_TRUE(ReadPicture(answer(2, 3, 6)).ok());  // grey
  EXPECT_FALSE(ReadPicture(answer(2, 3, 17)).ok());
  EXPECT_FALSE(ReadPicture(answer(0, 3, 0)).ok());
  EXPECT_FALSE(ReadPicture(answer(-2, -3, 18)).ok());
  EXPECT_FALSE(ReadPicture(answer(1 << 30, 1 << 30, 18)).ok());
  EXPECT_FALSE(ReadPicture("").ok());
}

}  // namespace
}  // namespace dossier::convert
