// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/inspect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "compiler/cache/store.h"
#include "compiler/crypto/sha256.h"
#include "tests/support/small_pdf.h"
#include "tests/support/temporary_folder.h"

namespace dossier::inspect {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using tests::SmallPdf;
using tests::TemporaryFolder;

std::vector<Inspection> Inspect(const std::vector<Source>& sources, cache::Store* cache = nullptr,
                                const std::string& program = DOSSIER_WORKER) {
  return InspectAll(sources, {.worker_program = program, .cache = cache, .jobs = 2});
}

ExhibitFacts FactsOf(std::string_view name, const std::string& content) {
  const auto inspections = Inspect({{name, content}});
  EXPECT_TRUE(inspections.at(0).facts.has_value()) << inspections.at(0).failure;
  return inspections.at(0).facts.value_or(ExhibitFacts{});
}

std::string FailureOf(std::string_view name, const std::string& content) {
  const auto inspections = Inspect({{name, content}});
  EXPECT_FALSE(inspections.at(0).facts.has_value());
  EXPECT_FALSE(inspections.at(0).reader_unavailable);
  EXPECT_FALSE(inspections.at(0).failure.empty());
  return inspections.at(0).failure;
}

TEST(Inspect, ReadsPagesLabelsAndTextOfAPdf) {
  const std::string pdf = SmallPdf({"first page", "second page", "third page"},
                                   "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 7 >>] >>");
  const ExhibitFacts facts = FactsOf("e1.pdf", pdf);
  EXPECT_EQ(facts.media, MediaType::kPdf);
  EXPECT_EQ(facts.sha256, crypto::Sha256(pdf));
  EXPECT_EQ(facts.size, pdf.size());
  EXPECT_EQ(facts.pages, 3);
  EXPECT_THAT(facts.page_text, ElementsAre("first page", "second page", "third page"));
  EXPECT_THAT(facts.labels, ElementsAre(PageLabel{"i"}, PageLabel{"ii"}, PageLabel{"7"}));
}

TEST(Inspect, LabelsThatOnlyCountAreNone) {
  EXPECT_TRUE(FactsOf("e1.pdf", SmallPdf({"a", "b"})).labels.empty());
}

TEST(Inspect, ReadsSoundInItsOwnProgram) {
  // RIFF WAVE: one channel of 8 bits, 100 samples a second, 2 seconds.
  const std::string head("RIFF\xEC\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x64\0\0\0\x64\0\0\0\1\0\x08\0data\xC8\0\0\0", 44);
  const ExhibitFacts facts = FactsOf("e1.wav", head + std::string(200, '\x80'));
  EXPECT_EQ(facts.media, MediaType::kAudio);
  EXPECT_EQ(facts.duration_ms, 2000);
  EXPECT_EQ(facts.pages, 0);
  EXPECT_THAT(FailureOf("e1.wav", head), HasSubstr("cut off"));
}

TEST(Inspect, ATranscriptIsReadAsOneWhateverItLooksLike) {
  const std::string plain = "[00:00:01] First.\n[00:00:02] Second.\n";
  EXPECT_EQ(FactsOf("e1.txt", plain).media, MediaType::kText);
  const auto inspections = Inspect({{.name = "e1.txt", .bytes = plain, .as = MediaType::kTranscript}});
  ASSERT_TRUE(inspections.at(0).facts.has_value()) << inspections.at(0).failure;
  EXPECT_EQ(inspections[0].facts->media, MediaType::kTranscript);
  EXPECT_EQ(inspections[0].facts->paragraphs, 2);
  EXPECT_EQ(inspections[0].facts->blocks.at(1).at_ms, 2000);
  EXPECT_EQ(inspections[0].facts->blocks.at(1).number, 2);
}

TEST(Inspect, NamesActiveContent) {
  const ExhibitFacts facts =
      FactsOf("e1.pdf", SmallPdf({"a"}, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"));
  EXPECT_THAT(facts.active_content, testing::Contains("JavaScript"));
}

TEST(Inspect, NumbersParagraphsOfFilesWithoutPages) {
  const ExhibitFacts text = FactsOf("e2.txt", "One\nline.\n\n\nTwo.\n");
  EXPECT_EQ(text.media, MediaType::kText);
  EXPECT_EQ(text.pages, 0);
  EXPECT_EQ(text.paragraphs, 2);
  EXPECT_EQ(text.blocks.at(0).text, "One line.");
  EXPECT_EQ(text.blocks.at(1).number, 2);
  const ExhibitFacts html =
      FactsOf("e3.html",
              "<html><body><h1>Head</h1><p>First <b>bold</b></p><script>x()</script><ul><li>Item"
              "</ul><table><tr><td>a<td>b</table></body></html>");
  EXPECT_EQ(html.media, MediaType::kHtml);
  EXPECT_EQ(html.paragraphs, 3);
  ASSERT_EQ(html.blocks.size(), 4u);
  EXPECT_EQ(html.blocks[0].number, 0);
  EXPECT_EQ(html.blocks[1].text, "First bold");
  EXPECT_EQ(html.blocks[3].text, "a | b");
  EXPECT_THAT(html.active_content, ElementsAre("script"));
  EXPECT_EQ(FactsOf("e4.md", "# Head\n\nText\n").blocks.at(0).kind, BlockKind::kHeading);
}

TEST(Inspect, SaysWhatIsWrongWithAFile) {
  const std::string pdf = SmallPdf({"a page"});
  EXPECT_EQ(FailureOf("e1.pdf", ""), "it is empty");
  EXPECT_THAT(FailureOf("e1.pdf", pdf.substr(0, 60)), HasSubstr("it is damaged"));
  EXPECT_THAT(FailureOf("e1.bin", std::string("\0\1\2", 3)), HasSubstr("not known here"));
  EXPECT_THAT(FailureOf("e1.png", "\x89PNG\r\n\x1A\n rest"), HasSubstr("the picture is damaged"));
  EXPECT_THAT(FailureOf("e1.jpg", "\xFF\xD8\xFF\xE0 rest"), HasSubstr("the picture is damaged"));
}

TEST(Inspect, GoesByContentNotByName) {
  EXPECT_EQ(FactsOf("e1.txt", SmallPdf({"a"})).media, MediaType::kPdf);
  EXPECT_EQ(FactsOf("e1.pdf", "just words\n").media, MediaType::kText);
}

TEST(Inspect, OneBadFileLeavesTheOthersAlone) {
  const std::string pdf = SmallPdf({"a page"});
  const auto inspections =
      Inspect({{"a.pdf", pdf}, {"b.pdf", "%PDF-1.4 nonsense"}, {"c.txt", "x"}});
  ASSERT_EQ(inspections.size(), 3u);
  EXPECT_TRUE(inspections[0].facts.has_value());
  EXPECT_FALSE(inspections[1].facts.has_value());
  EXPECT_TRUE(inspections[2].facts.has_value());
}

TEST(Inspect, AFileThatTakesForeverIsGivenUp) {
  // The HTML parser compares every attribute with all before it.
  std::string page = "<html><body";
  for (int i = 0; i < 100'000; ++i) page += " a" + std::to_string(i) + "=1";
  page += "><p>text</p></body></html>";
  Settings settings{.worker_program = DOSSIER_WORKER, .cache = nullptr, .jobs = 2};
  settings.limits.wall = std::chrono::seconds(2);
  const auto inspections =
      InspectAll(std::vector<Source>{{"a.html", page}, {"b.txt", "words"}}, settings);
  EXPECT_EQ(inspections[0].failure, "one of its tags has more than 256 attributes, which no page needs");
  EXPECT_FALSE(inspections[0].reader_unavailable);
  EXPECT_TRUE(inspections[1].facts.has_value());
}

TEST(Inspect, WithoutAWorkerNothingIsReadAndNothingCrashes) {
  const auto inspections =
      Inspect({{"a.txt", "x"}, {"b.txt", "y"}}, nullptr, "/nonexistent/worker");
  for (const Inspection& inspection : inspections) {
    EXPECT_TRUE(inspection.reader_unavailable);
    EXPECT_THAT(inspection.failure, HasSubstr("/nonexistent/worker"));
  }
}

TEST(Inspect, AWorkerThatAnswersNonsenseIsNotTrusted) {
  // A program that ends well and says nothing.
  const auto inspections = Inspect({{"a.txt", "x"}}, nullptr, "/bin/true");
  EXPECT_TRUE(inspections[0].reader_unavailable);
  EXPECT_FALSE(inspections[0].facts.has_value());
}

TEST(Inspect, SecondRunStartsNoWorker) {
  TemporaryFolder folder;
  const std::string pdf = SmallPdf({"cached page"});
  const std::vector<Source> sources{{"a.pdf", pdf}, {"b.txt", "words"}};
  {
    cache::Store store = cache::Store::Open(folder.At("cache"));
    const auto first = Inspect(sources, &store);
    ASSERT_TRUE(first[0].facts.has_value());
  }
  cache::Store store = cache::Store::Open(folder.At("cache"));
  // A worker that does not exist would be noticed.
  const auto second = Inspect(sources, &store, "/nonexistent/worker");
  ASSERT_TRUE(second[0].facts.has_value());
  EXPECT_EQ(*second[0].facts, *Inspect(sources)[0].facts);
  EXPECT_TRUE(second[1].facts.has_value());
}

TEST(Inspect, FailuresAreNotCached) {
  TemporaryFolder folder;
  cache::Store store = cache::Store::Open(folder.At("cache"));
  EXPECT_FALSE(Inspect({{"a.pdf", "%PDF-1.4 nonsense"}}, &store)[0].facts.has_value());
  const auto again = Inspect({{"a.pdf", "%PDF-1.4 nonsense"}}, &store, "/nonexistent/worker");
  EXPECT_TRUE(again[0].reader_unavailable);
}

}  // namespace
}  // namespace dossier::inspect
