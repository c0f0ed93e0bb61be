// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "compiler/layout/set_line.h"
#include "tests/support/typesetting.h"

namespace dossier::layout {
namespace {

class LineTest : public ::testing::Test {
 protected:
  Slab Set(const Flow& flow, Alignment alignment, bool last, Length measure) {
    const Atoms atoms = MakeAtoms(flow, measure, tools_);
    Slab slab;
    end_ =
        SetLine(flow, atoms, {0, atoms.atoms.size(), last},
                {Length::FromPoints(10), Length::FromPoints(12), measure, alignment}, tools_, slab);
    natural_ = LineWidth(atoms, {0, atoms.atoms.size(), last});
    return slab;
  }

  diagnostics::Sink sink_;
  Findings findings_{sink_};
  fonts::Shaper shaper_{testing::InstalledFonts()};
  text::LineBreaker breaker_;
  Tools tools_{shaper_, breaker_, findings_};
  Length end_, natural_;
};

Length DrawnEnd(const layout::Run& run) {
  std::int64_t advance = 0;
  for (const fonts::ShapedGlyph& glyph : run.glyphs) {
    advance += glyph.advance;
  }
  return run.x + WidthOf(advance, run.size, 2048);
}

TEST_F(LineTest, JustifiedLineReachesTheMeasure) {
  const Flow flow = PlainFlow("one two three four five six", kBody);
  Set(flow, Alignment::kJustified, true, Length::FromPoints(400));
  const Length measure = natural_ + Length::FromPoints(9);
  const Slab slab = Set(flow, Alignment::kJustified, false, measure);
  EXPECT_EQ(end_, Length::FromPoints(10) + measure);
  ASSERT_EQ(slab.runs.size(), 1u);
  EXPECT_LE(std::abs((DrawnEnd(slab.runs[0]) - end_).raw()), 4);
  EXPECT_EQ(slab.runs[0].text, "one two three four five six");
}

TEST_F(LineTest, LastLineKeepsItsSpaces) {
  Set(PlainFlow("one two", kBody), Alignment::kJustified, true, Length::FromPoints(400));
  EXPECT_EQ(end_, Length::FromPoints(10) + natural_);
}

TEST_F(LineTest, HopelessLineIsNotTornApart) {
  Set(PlainFlow("one two", kBody), Alignment::kJustified, false, Length::FromPoints(400));
  EXPECT_EQ(end_, Length::FromPoints(10) + natural_);
}

TEST_F(LineTest, CentredLineStandsInTheMiddle) {
  const Slab slab =
      Set(PlainFlow("one", kBody), Alignment::kCentred, true, Length::FromPoints(100));
  const Length left = slab.runs.at(0).x - Length::FromPoints(10);
  const Length right = Length::FromPoints(110) - end_;
  EXPECT_LE(std::abs((left - right).raw()), 1);
}

TEST_F(LineTest, ClustersPointIntoTheText) {
  const Slab slab =
      Set(PlainFlow("ąž ☐ ff", kBody), Alignment::kLeft, true, Length::FromPoints(200));
  std::string text;
  for (const layout::Run& run : slab.runs) {
    for (const fonts::ShapedGlyph& glyph : run.glyphs) {
      ASSERT_LT(glyph.cluster, run.text.size());
      EXPECT_NE(static_cast<unsigned char>(run.text[glyph.cluster]) & 0xC0, 0x80);
    }
    text += run.text;
  }
  EXPECT_EQ(text, "ąž ☐ ff");
}

TEST_F(LineTest, MarksAreRaisedAndCarryTheirNote) {
  int note = 7;
  const std::vector<compose::Inline> content = {testing::Words("a"), testing::Note({}),
                                                testing::Words(" b")};
  const Flow flow = MakeFlow(content, kBody, {}, note);
  const Slab slab = Set(flow, Alignment::kLeft, true, Length::FromPoints(200));
  EXPECT_EQ(slab.notes, std::vector<int>{7});
  ASSERT_EQ(slab.anchors.size(), 1u);
  EXPECT_EQ(slab.anchors[0].name, "note-mark.7");
  ASSERT_GE(slab.runs.size(), 2u);
  EXPECT_EQ(slab.runs[1].text, "7");
  EXPECT_LT(slab.runs[1].y, slab.runs[0].y);
  EXPECT_LT(slab.runs[1].size, slab.runs[0].size);
}

TEST_F(LineTest, WordWiderThanTheMeasureIsCutAndReported) {
  const std::string word(300, 'w');
  const Flow flow = PlainFlow(word, kBody);
  const Atoms atoms = MakeAtoms(flow, Length::FromPoints(100), tools_);
  EXPECT_EQ(atoms.atoms.size(), 300u);
  ASSERT_EQ(sink_.findings().size(), 1u);
  EXPECT_EQ(sink_.findings()[0].kind, diagnostics::Kind::kContentTooWide);
  (void)MakeAtoms(flow, Length::FromPoints(100), tools_);
  EXPECT_EQ(sink_.findings().size(), 1u);
}

TEST_F(LineTest, AddressesBreakAtTheirMarks) {
  const auto cut = [&](std::string_view address) {
    const Flow flow = PlainFlow(address, kBody);
    std::string out;
    for (const Atom& atom : MakeAtoms(flow, Length::FromPoints(400), tools_).atoms) {
      out += (out.empty() ? "" : "|") + flow.text.substr(atom.begin, atom.end - atom.begin);
    }
    return out;
  };
  EXPECT_EQ(cut("https://a.example.org/reports/2030/january_events.html?lang=en&page=4"),
            "https://|a.example|.org/|reports/|2030/|january_|events|.html?|lang=|en&page=4");
  EXPECT_EQ(cut("https://a.example.org/a/30060356.html"), "https://|a.example|.org/|a/|30060356.html")
      << "no line begins with the last letters";
  EXPECT_TRUE(sink_.findings().empty());
}

TEST_F(LineTest, MissingGlyphNamesCharacterAndPlace) {
  compose::TextRun run;
  run.text = "ab漢漢";
  run.source = {3, 10, 20};
  int note = 1;
  const Flow flow = MakeFlow({{run}}, kBody, {}, note);
  (void)MakeAtoms(flow, Length::FromPoints(400), tools_);
  ASSERT_EQ(sink_.findings().size(), 1u);
  EXPECT_EQ(sink_.findings()[0].Message(), "no font has a glyph for U+6F22 \"漢\"");
  EXPECT_EQ(sink_.findings()[0].place.span.begin, 10u);
}

}  // namespace
}  // namespace dossier::layout
