// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/flow.h"

#include <gtest/gtest.h>

#include "tests/support/typesetting.h"

namespace dossier::layout {
namespace {

using testing::LinkTo;
using testing::Note;
using testing::PageOf;
using testing::Words;

Flow Make(const std::vector<compose::Inline>& content, const PageNumbers& numbers = {}) {
  int note = 1;
  return MakeFlow(content, kBody, numbers, note);
}

TEST(FlowTest, WhiteSpaceIsSingleBlanks) {
  EXPECT_EQ(Make({Words("  a \n\t b"), Words(" c")}).text, "a b c");
  EXPECT_EQ(Make({Words("a "), Words(" b")}).text, "a b");
}

TEST(FlowTest, NoBreakSpacesStay) { EXPECT_EQ(Make({Words("Art.\u00A05")}).text, "Art.\u00A05"); }

TEST(FlowTest, AskedBreakIsALineFeed) {
  EXPECT_EQ(Make({Words("a"), {compose::LineBreak{}}, Words(" b")}).text, "a\nb");
}

TEST(FlowTest, PageNumbersHoldTheirPlaceUntilKnown) {
  PageNumbers numbers;
  numbers.digits = 3;
  EXPECT_EQ(Make({PageOf("x")}, numbers).text, "000");
  numbers.known["x"] = 17;
  EXPECT_EQ(Make({PageOf("x")}, numbers).text, "17");
  numbers.complete = true;
  EXPECT_EQ(Make({PageOf("y")}, numbers).text, "?");
  EXPECT_EQ(Make({PageOf("y")}, numbers).page_numbers_of, std::vector<std::string>{"y"});
}

TEST(FlowTest, NotesAreNumberedInOrder) {
  const Flow flow = Make({Words("a"), Note({}), Words(" b"), Note({}), Note({})});
  EXPECT_EQ(flow.text, "a1 b2,3");
  ASSERT_EQ(flow.notes.size(), 3u);
  EXPECT_EQ(flow.notes[1].number, 2);
  EXPECT_EQ(flow.text.substr(flow.notes[2].offset, 1), "3");
}

TEST(FlowTest, SuperiorFiguresStandOnTheLineInTheSizeOfTheText) {
  TextStyle style = kBody;
  style.superior = true;
  int note = 9;
  const Flow flow = MakeFlow({Words("a"), Note({}), Note({}), Words(" 10 b")}, style, {}, note);
  EXPECT_EQ(flow.text, "a⁹,¹⁰ 10 b");
  ASSERT_GE(flow.segments.size(), 2u);
  EXPECT_EQ(flow.segments[1].size, kBody.size);
  EXPECT_EQ(flow.segments[1].raise, Length());
}

TEST(FlowTest, SegmentsCoverTheTextWithoutGaps) {
  const Flow flow = Make({Words("plain "), Words("italic", compose::Face::kItalic),
                          LinkTo("x", {Words(" linked "), PageOf("x")}), Note({}), Words(".")});
  std::uint32_t at = 0;
  for (const Segment& segment : flow.segments) {
    EXPECT_EQ(segment.begin, at);
    EXPECT_GT(segment.end, segment.begin);
    at = segment.end;
  }
  EXPECT_EQ(at, flow.text.size());
}

TEST(FlowTest, LinksMarkTheirWordsAndTheirPageNumber) {
  const Flow flow = Make({Words("see "), LinkTo("x", {Words("p. "), PageOf("x")})});
  ASSERT_EQ(flow.segments.size(), 3u);
  EXPECT_EQ(flow.segments[0].link, -1);
  EXPECT_EQ(flow.segments[1].link, 0);
  EXPECT_EQ(flow.segments[2].link, 0);
  EXPECT_EQ(flow.links.at(0).anchor, "x");
}

}  // namespace
}  // namespace dossier::layout
