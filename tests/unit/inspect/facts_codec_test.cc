// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/facts_codec.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dossier::inspect {
namespace {

ExhibitFacts Pdf() {
  ExhibitFacts facts;
  facts.media = MediaType::kPdf;
  facts.pages = 2;
  facts.labels = {{"i"}, {"1"}};
  facts.page_text = {"Žydrė", ""};
  facts.languages = {"lt", ""};
  facts.active_content = {"AA", "JavaScript"};
  facts.encrypted = true;
  facts.signatures = 3;
  facts.warnings = {"odd"};
  facts.description = {.title = "Report",
                       .authors = {"A", "B"},
                       .tools = {"printer"},
                       .created = "2024-01",
                       .modified = "2024-02-03T04:05:06Z",
                       .language = "lt",
                       .position = "54.6870, 25.2800"};
  facts.oddities = {{OddityKind::kCoveredText, 2, 3, "a name"}, {OddityKind::kLaterRevision, 0, 1, ""}};
  facts.attachments = {{.name = "a.xml", .type = "text/xml", .size = 12, .sha256 = {}}};
  return facts;
}

ExhibitFacts Html() {
  ExhibitFacts facts;
  facts.media = MediaType::kHtml;
  facts.blocks = {{BlockKind::kHeading, 2, 0, "Head"},
                  {BlockKind::kParagraph, 0, 1, "one"},
                  {BlockKind::kTableRow, 0, 2, "a | b", 61'000}};
  facts.duration_ms = 62'000;
  facts.captures = {{.url = "https://example.org/",
                     .at = "2024-09-30T10:12:00Z",
                     .type = "text/html",
                     .proof = CaptureRecord::Proof::kDiffers}};
  facts.paragraphs = 2;
  return facts;
}

TEST(FactsCodec, GivesBackTheFacts) {
  for (const ExhibitFacts& facts : {Pdf(), Html()}) {
    const auto decoded = DecodeFacts(EncodeFacts(facts));
    ASSERT_TRUE(decoded.ok());
    EXPECT_EQ(decoded.value(), facts);
  }
}

TEST(FactsCodec, RefusesFactsThatContradictThemselves) {
  ExhibitFacts facts = Pdf();
  facts.pages = 3;
  EXPECT_FALSE(DecodeFacts(EncodeFacts(facts)));
  facts = Pdf();
  facts.page_text.clear();
  EXPECT_FALSE(DecodeFacts(EncodeFacts(facts)));
  facts = Pdf();
  facts.labels.pop_back();
  EXPECT_FALSE(DecodeFacts(EncodeFacts(facts)));
  facts = Pdf();
  facts.languages = {"lt"};
  EXPECT_FALSE(DecodeFacts(EncodeFacts(facts)));
  facts = Pdf();
  facts.oddities.front().page = 3;
  EXPECT_FALSE(DecodeFacts(EncodeFacts(facts)));
  facts = Html();
  facts.pages = 1;
  EXPECT_FALSE(DecodeFacts(EncodeFacts(facts)));
}

TEST(FactsCodec, TextComesOutHarmless) {
  ExhibitFacts facts = Pdf();
  facts.page_text = {"a\xFF\x1B[31mb\nc\u0085d", "\u202Ekept"};
  facts.labels = {{"\u202Ei\n"}, {"1"}};
  facts.warnings = {std::string(5000, 'x')};
  const auto decoded = DecodeFacts(EncodeFacts(facts));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->page_text[0], "a\uFFFD [31mb\nc d");
  EXPECT_EQ(decoded->page_text[1], "\u202Ekept");
  EXPECT_EQ(decoded->labels[0].text, "i ");
  EXPECT_EQ(decoded->warnings[0].size(), 300u);
}

TEST(FactsCodec, SurvivesEveryCutAndManyChanges) {
  const Bytes good = EncodeFacts(Pdf());
  for (std::size_t i = 0; i < good.size(); ++i) EXPECT_FALSE(DecodeFacts(good.substr(0, i))) << i;
  EXPECT_FALSE(DecodeFacts(good + "x"));
  std::mt19937 random(1);  // fixed seed: the same changes in every run
  for (int round = 0; round < 20'000; ++round) {
    Bytes changed = good;
    for (int i = 0; i < 3; ++i) changed[random() % changed.size()] = static_cast<char>(random());
    const auto decoded = DecodeFacts(changed);
    if (!decoded) continue;
    EXPECT_EQ(decoded->page_text.size(), static_cast<std::size_t>(decoded->pages));
  }
}

}  // namespace
}  // namespace dossier::inspect
