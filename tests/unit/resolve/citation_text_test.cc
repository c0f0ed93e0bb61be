// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/citation_text.h"

#include <gtest/gtest.h>

namespace dossier::resolve {
namespace {

/// The citation in its canonical form, or "error BEGIN-END: reason".
std::string Read(std::string_view text) {
  const auto read = ParseCitation(text);
  if (const auto* error = std::get_if<CitationError>(&read)) {
    return "error " + std::to_string(error->begin) + "-" + std::to_string(error->end) + ": " +
           error->reason;
  }
  return ToText(std::get<ParsedCitation>(read));
}

TEST(ParseCitationTest, EveryKindOfPinpoint) {
  EXPECT_EQ(Read("e14"), "e14");
  EXPECT_EQ(Read("e14 p. 14"), "e14 p. 14");
  EXPECT_EQ(Read("e14 pp. 14-16, 20"), "e14 pp. 14-16, 20");
  EXPECT_EQ(Read("e14 pdf p. 3"), "e14 pdf p. 3");
  EXPECT_EQ(Read("e14 pdf pp. 3-4"), "e14 pdf pp. 3-4");
  EXPECT_EQ(Read("e14 para 3"), "e14 para 3");
  EXPECT_EQ(Read("e14 paras 3-5"), "e14 paras 3-5");
  EXPECT_EQ(Read("e14 § 4.2"), "e14 § 4.2");
  EXPECT_EQ(Read("e14 art. 405(2)"), "e14 art. 405(2)");
  EXPECT_EQ(Read("e14 note 7"), "e14 note 7");
  EXPECT_EQ(Read("e14 annex 2 p. 4"), "e14 annex 2 p. 4");
  EXPECT_EQ(Read("e14 00:12:30"), "e14 at 00:12:30");
  EXPECT_EQ(Read("e14 at 12:30-13:05"), "e14 at 12:30-13:05");
  EXPECT_EQ(Read("e14 pp. iv–vi"), "e14 pp. iv-vi");
}

TEST(ParseCitationTest, SpellingsAndSpacesMeanTheSame) {
  EXPECT_EQ(Read("  @e14,p.3 "), "e14 p. 3");
  EXPECT_EQ(Read("e14 page 3"), "e14 p. 3");
  EXPECT_EQ(Read("e14 p.\u00A03"), "e14 p. 3");
  EXPECT_EQ(Read("e14\u00A0p.\u202F3"), "e14 p. 3");
  EXPECT_EQ(Read("e14\u202Fp. 3"), "e14 p. 3");
  EXPECT_EQ(Read("@\u202F"), "error 1-4: it begins with no exhibit id");
  EXPECT_EQ(Read("e14 Pp 3 – 5 and 9"), "e14 pp. 3-5, 9");
  EXPECT_EQ(Read("e14 pp. 3-5 & 9"), "e14 pp. 3-5, 9");
  EXPECT_EQ(Read("e14 §§ 3, 4"), "e14 § 3, 4");
  EXPECT_EQ(Read("e14, p. 3, para 4"), "e14 p. 3 para 4");
  EXPECT_EQ(Read("e14 p. 3, 12:30"), "e14 p. 3 at 12:30");
  EXPECT_EQ(Read("e14\n  p. 3"), "e14 p. 3");
}

TEST(ParseCitationTest, LabelWithLetterAndHyphenIsOneLabel) {
  EXPECT_EQ(Read("e14 p. C-3"), "e14 p. C-3");
  EXPECT_EQ(Read("e14 pp. C-3–C-5"), "e14 pp. C-3-C-5");
  EXPECT_EQ(Read("e14 pp. C – 3"), "e14 pp. C–3");
}

TEST(ParseCitationTest, ErrorsNameTheWordsTheyAreAbout) {
  EXPECT_EQ(Read(""), "error 0-0: it begins with no exhibit id");
  EXPECT_EQ(Read("e14 p."), "error 4-6: a number is expected after this");
  EXPECT_EQ(Read("e14 p. 3-"), "error 7-9: the range has no end");
  EXPECT_EQ(Read("e14 14"),
            "error 4-6: \"14\" does not say what it counts: p., pdf p., para, §, art., note, "
            "annex or a time");
  EXPECT_EQ(Read("e14 pag. 3"),
            "error 4-8: \"pag.\" does not say what it counts: p., pdf p., para, §, art., note, "
            "annex or a time");
  EXPECT_EQ(Read("e14 at noon"), "error 7-11: a time is written 12:30 or 1:12:30");
  EXPECT_EQ(Read("e14 p. " + std::string(40, '1')).substr(0, 12), "error 7-47: ");
}

TEST(ParseCitationTest, WhatItPrintsItReadsAsTheSame) {
  const std::string_view pieces[] = {"e1",   "@a-b.c", " ",     ", ",     "p. ",    "pp. ",
                                     "pdf ", "para ",  "§ ",    "annex ", "3",      "ix",
                                     "A-4",  "–",      "-",     "12:30",  "and ",   "&",
                                     "(2)",  ".",      "art. ", "n. ",    "\u00A0", "C"};
  std::uint32_t state = 7;  // a fixed sequence: the same texts in every run
  int read = 0;
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (int i = 0; i < 9; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    const auto first = ParseCitation(text);
    const auto* citation = std::get_if<ParsedCitation>(&first);
    if (citation == nullptr) continue;
    ++read;
    const std::string printed = ToText(*citation);
    ASSERT_EQ(Read(printed), printed) << text;
  }
  EXPECT_GT(read, 2000);
}

TEST(ParseCitationTest, ManyRangesAreRefusedNotKept) {
  std::string text = "e1 pp. 1";
  for (int i = 0; i < 300; ++i) text += ", 1";
  EXPECT_NE(Read(text).find("too many places"), std::string::npos);
}

TEST(SplitGroupTest, EachMemberHasItsOwnBytes) {
  const auto members = SplitGroup("@e14, p. 14; @e02, para 3", {.file = 1, .begin = 10, .end = 37});
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[0].text, "@e14, p. 14");
  EXPECT_EQ(members[0].span, (Span{.file = 1, .begin = 11, .end = 22}));
  EXPECT_EQ(members[1].text, "@e02, para 3");
  EXPECT_EQ(members[1].span, (Span{.file = 1, .begin = 24, .end = 36}));
}

TEST(SplitGroupTest, SpansDifferEvenWhereTheSourceIsNotTheText) {
  const auto members = SplitGroup("@e14; @e02; ", {.file = 1, .begin = 10, .end = 90});
  ASSERT_EQ(members.size(), 3U);
  EXPECT_NE(members[0].span, members[1].span);
  EXPECT_NE(members[1].span, members[2].span);
  EXPECT_EQ(members[2].text, "");
}

TEST(OrdinalTest, DecimalAndWellFormedRoman) {
  Ordinal out;
  ASSERT_TRUE(ParseOrdinal("14", out));
  EXPECT_EQ(out.value, 14);
  ASSERT_TRUE(ParseOrdinal("xiv", out));
  EXPECT_EQ(out.value, 14);
  EXPECT_TRUE(out.roman);
  ASSERT_TRUE(ParseOrdinal("MCMXC", out));
  EXPECT_EQ(out.value, 1990);
  for (const std::string_view word : {"", "iiii", "il", "Iv", "1a", "9999999999", "-1"}) {
    EXPECT_FALSE(ParseOrdinal(word, out)) << word;
  }
}

}  // namespace
}  // namespace dossier::resolve
