// SPDX-License-Identifier: GPL-3.0-or-later
// Words cut at the ends of lines: where, where not, and what the text layer says of it.
#include <gtest/gtest.h>

#include "compiler/layout/layout.h"
#include "tests/support/typesetting.h"

namespace dossier::layout {
namespace {

class HyphensTest : public ::testing::Test {
 protected:
  /// The lines of a paragraph set in a column of `points`, soft hyphens shown as "=".
  std::vector<std::string> Set(compose::Block block, int points, bool hyphenate = true) {
    compose::PageSetup setup;
    setup.right = Length();
    setup.width = setup.left + Length::FromPoints(points);
    tools_.page = MeasureOf(setup);
    tools_.page.right = tools_.page.width - tools_.page.left - Length::FromPoints(points);
    BlockContext context{tools_, numbers_, headings_, 1, {}, "en", hyphenate};
    laid_ = SetBlock(block, context).block;
    std::vector<std::string> lines;
    for (const Slab& slab : laid_.slabs) {
      std::string& line = lines.emplace_back();
      for (const layout::Run& run : slab.runs) {
        line += run.text;
      }
      if (line.ends_with(' ')) line.pop_back();  // between lines, without width
      if (const std::size_t at = line.find("\u00AD"); at != line.npos) {
        line.replace(at, 2, "=");
      }
    }
    return lines;
  }

  std::vector<std::string> Set(std::string text, int points) {
    return Set(testing::Paragraph(std::move(text)), points);
  }

  diagnostics::Sink sink_;
  Findings findings_{sink_};
  fonts::Shaper shaper_{testing::InstalledFonts()};
  text::LineBreaker breaker_;
  Tools tools_{shaper_, breaker_, findings_, MeasureOf({}), &testing::InstalledHyphenation()};
  PageNumbers numbers_;
  std::vector<HeadingEntry> headings_;
  LaidBlock laid_;
};

bool AnyCut(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    if (line.ends_with("=")) return true;
  }
  return false;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += line.ends_with("=") ? line.substr(0, line.size() - 1) : line + " ";
  }
  return text;
}

constexpr const char* kLong =
    "notwithstanding straightforward representations characterised extraordinarily unsatisfactory "
    "intergovernmental correspondence ";

TEST_F(HyphensTest, LongWordsAreCutAndComeTogetherAgain) {
  const std::vector<std::string> lines = Set(kLong, 130);
  EXPECT_TRUE(AnyCut(lines));
  EXPECT_EQ(Joined(lines), kLong);
  EXPECT_TRUE(sink_.findings().empty());
}

TEST_F(HyphensTest, OffByDefault) {
  EXPECT_FALSE(AnyCut(Set(testing::Paragraph(kLong), 130, false)));
}

TEST_F(HyphensTest, NotWhereWholeWordsFillTheLinesWell) {
  EXPECT_FALSE(AnyCut(Set(testing::Filler(200, 3), 700)));
}

TEST_F(HyphensTest, NamesDatesAndReferencesStayWhole) {
  compose::Inline name = testing::Words("representation unsatisfactory characterised ");
  std::get<compose::TextRun>(name.value).whole = true;
  EXPECT_FALSE(AnyCut(Set(testing::Paragraph({name, name, name}), 105)));
  EXPECT_FALSE(AnyCut(
      Set("Representation Unsatisfactory Characterised Extraordinarily Notwithstanding", 105)));
  EXPECT_FALSE(AnyCut(Set("repre5sentation unsatis7factory char9acterised extra0rdinarily", 105)));
  EXPECT_FALSE(AnyCut(Set("self-representation self-characterised quasi-extraordinarily", 105)));
  EXPECT_FALSE(AnyCut(
      Set("www.representation.org/characterised extraordinarily.unsatisfactory@notwithstanding.org",
          140)));
  EXPECT_FALSE(
      AnyCut(Set("5\u00A0representations 6\u00A0characterisations 7\u00A0notwithstandings", 120)));
}

TEST_F(HyphensTest, RangesOfNumbersStayWhole) {
  for (int points = 60; points < 120; points += 3) {
    for (const std::string& line : Set("see paras 34–35 and 120–121 of it", points)) {
      EXPECT_FALSE(line.ends_with("–")) << points;
    }
  }
}

TEST_F(HyphensTest, HeadingsAreNotCut) {
  EXPECT_FALSE(AnyCut(Set(testing::Heading(1, "", kLong, "h"), 200)));
}

TEST_F(HyphensTest, WordBeforeANoteMarkIsCut) {
  const auto lines = Set(
      testing::Paragraph({testing::Words("characterised as unsatisfactory unrepresentativeness"),
                          testing::Note({testing::Words("note")})}),
      90);
  EXPECT_TRUE(AnyCut(lines));
  EXPECT_EQ(Joined(lines), "characterised as unsatisfactory unrepresentativeness¹ ");
}

TEST_F(HyphensTest, CutLinesReachTheMeasureWithTheirHyphen) {
  (void)Set(std::string(kLong) + kLong, 220);
  const Length measure = Length::FromPoints(220);
  int cut = 0;
  for (std::size_t i = 0; i + 1 < laid_.slabs.size(); ++i) {
    const Slab& slab = laid_.slabs[i];
    if (!slab.runs.back().text.ends_with("\u00AD") ||
        slab.runs.back().text.find(' ') == std::string::npos)
      continue;
    ++cut;
    EXPECT_EQ(slab.right_end, measure);
    EXPECT_EQ(slab.runs.back().text.substr(slab.runs.back().glyphs.back().cluster), "\u00AD");
  }
  EXPECT_GT(cut, 0);
}

TEST_F(HyphensTest, AWordTooWideIsCutByItsLanguageFirst) {
  const auto lines = Set("intergovernmental", 75);
  EXPECT_TRUE(AnyCut(lines));
  EXPECT_TRUE(sink_.findings().empty()) << "nothing was broken where no word may be";
}

TEST_F(HyphensTest, RandomColumnsLoseNothing) {
  const std::string text = std::string(kLong) + testing::Filler(40, 8) + " " + kLong;
  for (int points = 40; points < 300; points += 7) {
    EXPECT_EQ(Joined(Set(text, points)), text) << points;
    if (!sink_.findings().empty()) break;
  }
}

}  // namespace
}  // namespace dossier::layout
