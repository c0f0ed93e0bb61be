// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/read_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "compiler/inspect/plain_inline.h"

namespace dossier::inspect {
namespace {

/// One line a block: kind letter, level, text.
std::string Dump(const std::vector<TextBlock>& blocks) {
  std::string dump;
  for (const TextBlock& block : blocks) {
    dump += std::string(1, "HPLTQF"[static_cast<std::size_t>(block.kind)]) +
            std::to_string(block.level) + " " + block.text + "\n";
  }
  return dump;
}

TEST(PlainText, EmptyLinesPartParagraphs) {
  EXPECT_EQ(Dump(ReadPlainText("\xEF\xBB\xBF one\r\n two \r\n \t\r\nthree\n\n\n").value()),
            "P0 one two\nP0 three\n");
  EXPECT_EQ(Dump(ReadPlainText("# not a heading\n- nor a list").value()),
            "P0 # not a heading - nor a list\n");
  EXPECT_EQ(Dump(ReadPlainText("old\rline\rends\r\rand\ttabs\fpages").value()),
            "P0 old line ends\nP0 and tabs pages\n");
  EXPECT_TRUE(ReadPlainText("").value().empty());
  EXPECT_TRUE(ReadPlainText(" \n\n\f\n").value().empty());
}

TEST(MarkdownText, ReadsTheBlocksThatPeopleSee) {
  const auto blocks = ReadMarkdownText(
      "# Head #\n"
      "text *emphasis*\n"
      "goes on\n"
      "\n"
      "- first\n"
      "  of two lines\n"
      "  - inner\n"
      "10. tenth\n"
      "\n"
      "> quoted\n"
      "> words\n"
      "\n"
      "| a | b |\n"
      "|---|---|\n"
      "| 1 | |\n"
      "\n"
      "```\n"
      "# kept\n"
      "\n"
      "  as is\n"
      "```\n"
      "---\n"
      "#hashtag\n");
  EXPECT_EQ(Dump(blocks.value()),
            "H1 Head #\n"
            "P0 text emphasis goes on\n"
            "L1 - first of two lines\n"
            "L2 - inner\n"
            "L1 10. tenth\n"
            "Q0 quoted words\n"
            "T0 a | b\n"
            "T0 1 | \n"
            "F0 # kept\n\n  as is\n"
            "P0 #hashtag\n");
}

TEST(PlainInline, ShowsWhatAReaderSees) {
  const std::pair<const char*, const char*> cases[] = {
      {"**Palaikymo laiškas**", "Palaikymo laiškas"},
      {"*a* and _b_ and ***c***", "a and b and c"},
      {"snake_case_name, 2 * 3 * 4, **open", "snake_case_name, 2 * 3 * 4, **open"},
      {"a **b *c* d** e", "a b c d e"},
      {"\\*kept\\* and \\a", "*kept* and \\a"},
      {"`code *as is*` and ``two ` ticks``", "code *as is* and two ` ticks"},
      {"see [the report](https://example.org/a_b_c) now",
       "see the report (https://example.org/a_b_c) now"},
      {"![photo](p.png) [ref] [not](an address)", "photo (p.png) [ref] [not](an address)"},
      {"", ""},
      {"*", "*"},
  };
  for (const auto& [text, shown] : cases) EXPECT_EQ(PlainInline(text), shown) << text;
}

TEST(PlainInline, IsLinear) {
  // Any of these would take minutes if every mark looked for its partner anew.
  for (const char* piece : {"*a ", "`", "`` ` ", "[", "[a](", "**a *b ", "\\"}) {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += piece;
    EXPECT_FALSE(PlainInline(text).empty());
  }
}

TEST(NumberBlocks, PassesOverHeadings) {
  auto blocks = ReadMarkdownText("# A\n\nb\n\n## C\n\nd\n").value();
  EXPECT_EQ(NumberBlocks(blocks), 2);
  EXPECT_EQ(blocks[0].number, 0);
  EXPECT_EQ(blocks[1].number, 1);
  EXPECT_EQ(blocks[3].number, 2);
}

TEST(MarkdownText, OddInputEndsInBlocks) {
  for (const char* text :
       {"```", "~~~\n", "|", ">", "-", "#", "######", "1.", "|||", "> \n>\n>x"}) {
    EXPECT_TRUE(ReadMarkdownText(text).ok()) << text;
  }
}

}  // namespace
}  // namespace dossier::inspect
