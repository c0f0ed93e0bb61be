// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/text_report.h"

#include <gtest/gtest.h>

#include "compiler/report/escape.h"
#include "compiler/json/write.h"
#include "compiler/report/finding_json.h"

namespace dossier::report {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using diagnostics::Sources;

/// A citation past the last page, in a file with Lithuanian letters before it.
struct Scene {
  Sources sources;
  Finding finding;

  Scene() {
    const std::string text = "grounds:\n  - {shows: Žydrė, cite: e03 p. 9}\n";
    const std::uint32_t file = sources.Add("grounds.yaml", text);
    const auto at = static_cast<std::uint32_t>(text.find("e03"));
    finding = {.kind = Kind::kPageOutOfRange,
               .args = {Number(9), Id("e03"), Number(7)},
               .place = Span{file, at, at + 8},
               .related = {{"exhibit declared here", diagnostics::Place::InFile("exhibits.yaml")}},
               .why = "",
               .hint = diagnostics::Text("cite a page from 1 to {0} of {1}", {Number(7), "Žydrė's diary"})};
  }

  std::string Shown(const TextStyle& style) { return FindingsAsText({finding}, sources, style); }
};

TEST(TextReportTest, ColumnsAndMarksCountCodePoints) {
  EXPECT_EQ(Scene().Shown({}),
            "grounds.yaml:2:26: error[D0203]: cites page 9 of exhibit e03, which has 7 pages\n"
            "    2 |   - {shows: Žydrė, cite: e03 p. 9}\n"
            "      |                          ^^^^^^^^\n"
            "exhibits.yaml: note: exhibit declared here\n"
            "help: cite a page from 1 to 7 of Žydrė's diary\n\n");
}

TEST(TextReportTest, RedactedTextKeepsIdsAndDropsExcerptsAndNames) {
  EXPECT_EQ(Scene().Shown({.redact = true}),
            "grounds.yaml:2:26: error[D0203]: cites page 9 of exhibit e03, which has 7 pages\n"
            "exhibits.yaml: note: exhibit declared here\n"
            "help: cite a page from 1 to 7 of […]\n\n");
}

TEST(TextReportTest, APlaceInAnExhibitHasAPage) {
  EXPECT_EQ(PlaceAsText(diagnostics::Place::InFile("files/e03.pdf", 2), {}), "files/e03.pdf, page 2");
}

TEST(TextReportTest, APlaceAtTheEndOfTheFileHasAnExcerptAllTheSame) {
  Sources sources;
  const std::uint32_t file = sources.Add("a.yaml", "id: x");
  const Finding finding{.kind = Kind::kMissingKey, .args = {Id("title")}, .place = Span{file, 5, 5}};
  EXPECT_EQ(FindingsAsText({finding}, sources, {}),
            "a.yaml:1:6: error[D0102]: the key \"title\" is missing\n    1 | id: x\n      |      ^\n\n");
}

TEST(PrintableTest, WhatCouldSteerATerminalIsSpelledOut) {
  EXPECT_EQ(Printable("a\x1b[31mb"), "a\\u{1B}[31mb");
  EXPECT_EQ(Printable("a\u202Eb"), "a\\u{202E}b");
  EXPECT_EQ(Printable("a\u0085b\n"), "a\\u{85}b\\n");
  EXPECT_EQ(Printable("a\xC0\xAF" "b"), "a\\x{C0}\\x{AF}b");
  EXPECT_EQ(Printable("Žydrė Қазақ\t\"x\""), "Žydrė Қазақ\t\"x\"");
}

TEST(FindingJsonTest, EveryKeyIsThereAndTheRedactedOneNamesNobody) {
  Scene scene;
  const std::string text = json::Write(FindingAsJson(scene.finding, "f00", scene.sources, true));
  for (const char* key : {"code", "name", "level", "message", "subject", "criterion", "exhibits", "place", "related",
                          "why", "hint", "certainty", "fingerprint", "waiver"}) {
    EXPECT_NE(text.find("\"" + std::string(key) + "\": "), std::string::npos) << key;
  }
  EXPECT_EQ(text.find("Žydrė"), std::string::npos);
  EXPECT_NE(text.find("\"column\": 26"), std::string::npos);
}

}  // namespace
}  // namespace dossier::report
