// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/citing/citing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "compiler/load/citation_style.h"
#include "compiler/yaml/parse.h"

namespace dossier::citing {
namespace {

model::CitationStyle Shipped(const std::string& name) {
  std::ifstream file(std::string(DOSSIER_SOURCE_DIR) + "/templates/citations/" + name + ".yaml");
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto root = yaml::Parse(sources, sources.Add(name, text), sink);
  EXPECT_TRUE(root.has_value()) << name;
  const auto style = load::DecodeCitationStyle(*root, sink);
  EXPECT_TRUE(style.has_value()) << name;
  EXPECT_EQ(sink.findings().size(), 0u) << name;
  return *style;
}

Source Report() {
  return {.id = "e14",
          .kind = model::ExhibitKind::kNgoReport,
          .publisher = "Committee Against Cruelty",
          .title = "Report on the January events",
          .short_title = "Committee Against Cruelty",
          .date = "12 April 2022",
          .year = "2022",
          .url = "https://report.example/january"};
}

Source Judgment() {
  return {.id = "e30",
          .kind = model::ExhibitKind::kJudgment,
          .title = "Alders v. Northland",
          .short_title = "Alders",
          .date = "3 May 2016",
          .identifier = "no. 12345/10"};
}

/// A mention as one line; italics in stars, the exhibit as its id.
std::string Line(const std::vector<Piece>& pieces, const std::string& exhibit) {
  std::string line;
  for (const Piece& piece : pieces) {
    const std::string star = piece.italic ? "*" : "";
    line += star + (piece.field == model::CitedField::kExhibit ? exhibit : piece.words) + star;
  }
  return line;
}

/// The mentions of both sources at places that a reader of a brief meets, one a note.
std::vector<std::string> Notes(const model::CitationStyle& style) {
  Mentions mentions(style);
  std::vector<std::string> notes;
  int number = 0;
  const auto note = [&](const Source& source, const std::string& pin) {
    mentions.Begin(std::to_string(++number));
    notes.push_back(Line(mentions.Mention(source, pin), source.id));
  };
  note(Report(), "14");
  note(Report(), "14");
  note(Report(), "20");
  note(Judgment(), "para 5");
  note(Report(), "3");
  note(Judgment(), "para 7");
  return notes;
}

using Lines = std::vector<std::string>;

TEST(Oscola4, FullThenIbidThenShort) {
  EXPECT_EQ(Notes(Shipped("oscola-4")),
            (Lines{"Committee Against Cruelty, *Report on the January events* (2022) 14 "
                   "<https://report.example/january> (e14)",
                   "ibid (e14)", "ibid 20 (e14)",
                   "*Alders v. Northland* no. 12345/10 (3 May 2016), para 5 (e30)",
                   "Committee Against Cruelty (n\u00A0" "1) 3 (e14)",
                   "*Alders* (n\u00A0" "4), para 7 (e30)"}));
}

TEST(Oscola5, HasNoIbid) {
  const Lines notes = Notes(Shipped("oscola-5"));
  EXPECT_EQ(notes[1], "Committee Against Cruelty (n\u00A0" "1) 14 (e14)");
  EXPECT_EQ(notes[2], "Committee Against Cruelty (n\u00A0" "1) 20 (e14)");
  EXPECT_EQ(notes[5], "*Alders* (n\u00A0" "4), para 7 (e30)");
}

TEST(Ecthr, CitedAbove) {
  const model::CitationStyle style = Shipped("ecthr");
  EXPECT_EQ(style.placement, model::CitationStyle::Placement::kText);
  const Lines notes = Notes(style);
  EXPECT_EQ(notes[3], "*Alders v. Northland*, no. 12345/10, para 5, 3 May 2016 [e30]");
  EXPECT_EQ(notes[5], "*Alders*, cited above, para 7 [e30]");
}

TEST(UnitedNations, SeeFootnoteAbove) {
  const Lines notes = Notes(Shipped("un"));
  EXPECT_EQ(notes[0],
            "Committee Against Cruelty, *Report on the January events* (2022), 14. Available at "
            "https://report.example/january (e14)");
  EXPECT_EQ(notes[2], "Ibid., 20 (e14)");
  EXPECT_EQ(notes[4], "Committee Against Cruelty (see footnote 1 above), 3 (e14)");
}

TEST(Ibid, IsOnlyWhereNobodyCanMistakeIt) {
  const model::CitationStyle style = Shipped("oscola-4");
  Mentions mentions(style);
  mentions.Begin("1");
  (void)mentions.Mention(Report(), "14");
  (void)mentions.Mention(Judgment(), "");
  mentions.Begin("2");
  EXPECT_EQ(Line(mentions.Mention(Judgment(), ""), "e30"), "*Alders* (n\u00A0" "1) (e30)")
      << "two sources in the note before";
  EXPECT_EQ(Line(mentions.Mention(Judgment(), "para 2"), "e30"), "ibid para 2 (e30)")
      << "the same source in the same note";
  mentions.Begin("3");
  EXPECT_EQ(Line(mentions.Mention(Judgment(), "para 2"), "e30"), "*Alders* (n\u00A0" "1), para 2 (e30)");
  mentions.Begin("4");
  EXPECT_EQ(Line(mentions.Mention(Judgment(), ""), "e30"), "*Alders* (n\u00A0" "1) (e30)")
      << "the whole after a paragraph: ibid would say the paragraph";
}

TEST(Mentions, WhatIsNotKnownTakesItsMarksWithIt) {
  const model::CitationStyle style = Shipped("oscola-4");
  Mentions mentions(style);
  mentions.Begin("1");
  const Source bare{.id = "e9", .kind = model::ExhibitKind::kNgoReport, .title = "Notes"};
  EXPECT_EQ(Line(mentions.Mention(bare, ""), "e9"), "*Notes* (e9)");
}

TEST(PinWords, SeveralPlaces) {
  const model::CitationStyle style = Shipped("ecthr");
  model::Pinpoint pin{.kind = model::PinpointKind::kParagraph, .ranges = {{"4", "6"}, {"9", "9"}}};
  EXPECT_EQ(PinWords(style, pin), "§§\u00A0" "4–6, 9");
  pin.ranges = {{"4", "4"}};
  EXPECT_EQ(PinWords(style, pin), "§\u00A0" "4");
  pin.kind = model::PinpointKind::kTimestamp;
  EXPECT_EQ(PinWords(style, pin), "") << "the document's own words";
}

}  // namespace
}  // namespace dossier::citing
