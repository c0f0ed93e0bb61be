// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/paginate.h"

#include <gtest/gtest.h>

#include "compiler/paginate/print.h"
#include "tests/support/typesetting.h"

namespace dossier::paginate {
namespace {

using testing::Cell;
using testing::Filler;
using testing::Heading;
using testing::LinkTo;
using testing::Note;
using testing::PageOf;
using testing::Paragraph;
using testing::Words;

struct Made {
  Pages pages;
  diagnostics::Sink sink;
  std::vector<std::string> text;  // a page each
};

Made Make(std::vector<compose::Block> blocks, const FollowingPages& following = {}) {
  compose::Document document;
  document.blocks = std::move(blocks);
  Made made;
  made.pages = Paginate(document, testing::InstalledFonts(), following, made.sink);
  for (const Page& page : made.pages.pages) {
    made.text.push_back(PrintPage(page));
  }
  return made;
}

bool Contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(PaginateTest, EmptyDocumentIsOnePage) {
  const Made made = Make({});
  EXPECT_EQ(made.pages.pages.size(), 1u);
  EXPECT_TRUE(made.sink.findings().empty());
}

TEST(PaginateTest, PageNumbersSettleInTwoRounds) {
  std::vector<compose::Block> blocks = {{compose::Contents{"Contents", 2}}};
  for (int i = 0; i < 30; ++i) {
    const std::string anchor = "s" + std::to_string(i);
    blocks.push_back(Heading(1, std::to_string(i + 1), "Section", anchor));
    blocks.push_back(Paragraph(Filler(120, static_cast<unsigned>(i))));
  }
  const Made made = Make(std::move(blocks));
  EXPECT_EQ(made.pages.rounds, 2);
  const AnchorPlace last = made.pages.anchors.at("s29");
  EXPECT_TRUE(Contains(made.text[0], "  " + std::to_string(last.page.Number()) + "\n"));
  EXPECT_TRUE(Contains(made.text[static_cast<std::size_t>(last.page.value)], "30  Section"));
}

TEST(PaginateTest, NumbersOfFollowingPagesCountTheBrief) {
  FollowingPages following;
  following.anchors["exhibit.a"] = 4;
  following.total = 12;
  compose::Document document;
  document.running.page_of = "page {0} of {1}";
  document.running.left = "Head";
  document.blocks = {Paragraph({Words("at "), PageOf("exhibit.a")}),
                     {compose::PageBreak{}},
                     Paragraph({Words("lost "), PageOf("nowhere")})};
  diagnostics::Sink sink;
  const Pages pages = Paginate(document, testing::InstalledFonts(), following, sink);
  ASSERT_EQ(pages.pages.size(), 2u);
  EXPECT_TRUE(Contains(PrintPage(pages.pages[0]), "at 7"));
  EXPECT_FALSE(Contains(PrintPage(pages.pages[0]), "page 1"));
  EXPECT_TRUE(Contains(PrintPage(pages.pages[1]), "page 2 of 14"));
  EXPECT_TRUE(Contains(PrintPage(pages.pages[1]), "lost ?"));
}

TEST(PaginateTest, DraftMarkIsOnEveryPage) {
  compose::Document document;
  document.running.draft_mark = "DRAFT";
  document.blocks = {Paragraph("one"), {compose::PageBreak{}}, Paragraph("two")};
  diagnostics::Sink sink;
  const Pages pages = Paginate(document, testing::InstalledFonts(), {}, sink);
  ASSERT_EQ(pages.pages.size(), 2u);
  for (const Page& page : pages.pages) {
    EXPECT_TRUE(Contains(PrintPage(page), "DRAFT"));
  }
}

TEST(PaginateTest, HeadingIsNeverLastOnAPage) {
  for (int lines = 36; lines < 47; ++lines) {
    std::vector<compose::Block> blocks;
    for (int i = 0; i < lines; ++i) {
      blocks.push_back(Paragraph("line"));
    }
    blocks.push_back(Heading(2, "", "The heading", "h"));
    blocks.push_back(Paragraph("first words after it " + Filler(40, 1)));
    const Made made = Make(std::move(blocks));
    for (const std::string& text : made.text) {
      EXPECT_EQ(Contains(text, "The heading"), Contains(text, "first words after it")) << lines;
    }
  }
}

TEST(PaginateTest, NoteStandsOnThePageOfItsMark) {
  std::vector<compose::Block> blocks;
  for (int i = 0; i < 60; ++i) {
    blocks.push_back(Paragraph({Words(Filler(60, static_cast<unsigned>(i))),
                                Note({Words("note" + std::to_string(i + 1))})}));
  }
  const Made made = Make(std::move(blocks));
  for (int i = 1; i <= 60; ++i) {
    const std::string number = std::to_string(i);
    EXPECT_EQ(made.pages.anchors.at("note." + number).page,
              made.pages.anchors.at("note-mark." + number).page);
  }
}

TEST(PaginateTest, NoteLongerThanAPageGoesOn) {
  const Made made = Make({Paragraph({Words("before"), Note({Words(Filler(2400, 3) + " theend")})}),
                          Paragraph("after")});
  ASSERT_GE(made.pages.pages.size(), 3u);
  EXPECT_EQ(made.pages.anchors.at("note.1").page, made.pages.anchors.at("note-mark.1").page);
  int ends = 0;
  for (const std::string& text : made.text) {
    ends += Contains(text, "theend") ? 1 : 0;
  }
  EXPECT_EQ(ends, 1);
  EXPECT_TRUE(Contains(made.text.back(), "theend"));
}

TEST(PaginateTest, HeadOfTableIsRepeated) {
  compose::Table table;
  table.widths = {1, 4};
  table.head = {{{Cell("Date"), Cell("Event")}, {}}};
  for (int i = 0; i < 120; ++i) {
    table.rows.push_back(
        {{Cell("d" + std::to_string(i) + "d"), Cell(Filler(12, static_cast<unsigned>(i)))},
         "row." + std::to_string(i)});
  }
  const Made made = Make({{table}});
  ASSERT_GE(made.pages.pages.size(), 3u);
  for (const std::string& text : made.text) {
    EXPECT_TRUE(Contains(text, "Date  Event"));
  }
  for (int i = 0; i < 120; ++i) {
    const AnchorPlace place = made.pages.anchors.at("row." + std::to_string(i));
    EXPECT_TRUE(Contains(made.text[static_cast<std::size_t>(place.page.value)],
                         "d" + std::to_string(i) + "d"));
  }
}

TEST(PaginateTest, RowLongerThanAPageGoesOnUnderTheHead) {
  compose::Table table;
  table.widths = {1, 1};
  table.head = {{{Cell("Claim"), Cell("Answer")}, {}}};
  table.rows = {{{Cell("short"), Cell(Filler(1500, 8))}, "row"}};
  const Made made = Make({{table}});
  ASSERT_GE(made.pages.pages.size(), 3u);
  for (const std::string& text : made.text) {
    EXPECT_TRUE(Contains(text, "Claim  Answer"));
  }
}

TEST(PaginateTest, LinksCoverEveryLineTheyTouch) {
  FollowingPages following;
  following.anchors["x"] = 0;
  following.total = 1;
  const Made made =
      Make({Paragraph({Words("see "), LinkTo("x", {Words(Filler(30, 2) + " page "), PageOf("x")})}),
            Paragraph({testing::Address("https://a.example.org/")})},
           following);
  ASSERT_EQ(made.pages.links.size(), 4u);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(made.pages.links[static_cast<std::size_t>(i)].anchor, "x");
    EXPECT_GT(made.pages.links[static_cast<std::size_t>(i)].box.right,
              made.pages.links[static_cast<std::size_t>(i)].box.left);
  }
  EXPECT_GT(made.pages.links[0].box.bottom, made.pages.links[1].box.bottom);
  EXPECT_EQ(made.pages.links[3].url, "https://a.example.org/");
}

TEST(PaginateTest, MarksAndNotesLeadToEachOther) {
  const Made made = Make({Paragraph({Words("text"), Note({Words("note")})})});
  ASSERT_EQ(made.pages.links.size(), 2u);
  EXPECT_EQ(made.pages.links[0].anchor, "note.1");
  EXPECT_EQ(made.pages.links[1].anchor, "note-mark.1");
}

TEST(PaginateTest, ContentsLeadToHeadings) {
  const Made made = Make({{compose::Contents{"Contents", 1}},
                          Heading(1, "1", "One", "h1"),
                          Heading(2, "1.1", "Deeper", "h2")});
  EXPECT_TRUE(Contains(made.text[0], "Contents\n1  One"));
  int to_first = 0;
  for (const LinkArea& link : made.pages.links) {
    to_first += link.anchor == "h1" ? 1 : 0;
    EXPECT_NE(link.anchor, "h2");
  }
  EXPECT_GE(to_first, 1);
  ASSERT_EQ(made.pages.outline.size(), 2u);
  EXPECT_EQ(made.pages.outline[1].level, 2);
  EXPECT_EQ(made.pages.outline[1].title, "1.1 Deeper");
}

TEST(PaginateTest, PageBreaksMakeNoEmptyPages) {
  const Made made = Make({{compose::PageBreak{}},
                          Paragraph("one"),
                          {compose::PageBreak{}},
                          {compose::PageBreak{}},
                          Paragraph("two"),
                          {compose::PageBreak{}}});
  EXPECT_EQ(made.pages.pages.size(), 2u);
}

TEST(PaginateTest, SignatureBoxIsKnown) {
  compose::SignatureBlock signature;
  signature.content = {Paragraph("Aldmoor")};
  const Made made = Make({{compose::PageBreak{}}, Paragraph("text"), {signature}});
  ASSERT_TRUE(made.pages.signature_box.has_value());
  const Box& box = made.pages.signature_box->second;
  EXPECT_GT(box.right - box.left, Length::FromPoints(150));
  EXPECT_GT(box.top - box.bottom, Length::FromPoints(40));
}

/// Nine pages, the last of which has room for two lines and then a paragraph that prints its own
/// page number. In three lines it moves to page 10 as a whole; the longer number makes a fourth
/// line, so that it may be torn and begins on page 9.
std::vector<compose::Block> RestlessBlocks(int words, int letters) {
  std::vector<compose::Block> blocks;
  for (int i = 0; i < 8; ++i) {
    blocks.push_back(Paragraph("x"));
    blocks.push_back({compose::PageBreak{}});
  }
  for (int i = 0; i < 30; ++i) {
    blocks.push_back(Paragraph("x"));
  }
  compose::Paragraph restless;
  restless.anchor = "restless";
  const std::string tail(static_cast<std::size_t>(letters), 'i');
  restless.content = {Words(Filler(words, 6) + " " + tail + "\u00A0"), PageOf("restless")};
  blocks.push_back({restless});
  return blocks;
}

TEST(PaginateTest, RoundsEndAndAreReportedWhenNumbersDoNotSettle) {
  int unsettled = 0;
  for (int text = 0; text < 160; ++text) {
    const Made made = Make(RestlessBlocks(40 + text / 20, 1 + text % 20));
    ASSERT_LE(made.pages.rounds, 5);
    EXPECT_EQ(made.sink.findings().empty(), made.pages.rounds < 5);
    for (const diagnostics::Finding& finding : made.sink.findings()) {
      ++unsettled;
      EXPECT_EQ(finding.Message(), "page numbers did not settle after 5 rounds at restless");
    }
  }
  EXPECT_GE(unsettled, 1);
}

TEST(PaginateTest, EqualInputGivesEqualPages) {
  diagnostics::Sink sink;
  const compose::Document document = testing::SampleBrief();
  const Pages first = Paginate(document, testing::InstalledFonts(), {}, sink);
  const Pages second = Paginate(document, testing::InstalledFonts(), {}, sink);
  EXPECT_EQ(Print(first), Print(second));
  ASSERT_EQ(first.links.size(), second.links.size());
  for (std::size_t i = 0; i < first.links.size(); ++i) {
    EXPECT_EQ(first.links[i].box.left, second.links[i].box.left);
  }
}

}  // namespace
}  // namespace dossier::paginate
