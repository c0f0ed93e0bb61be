// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/normalise.h"

#include <gtest/gtest.h>

namespace dossier::quote {
namespace {

TEST(FoldTest, FormattingGoes) {
  EXPECT_EQ(Fold("  two\n words\t\u00A0here ").text, "two words here");
  EXPECT_EQ(Fold("“a” „b“ «c» ‘d’").text, "\"a\" \"b\" \"c\" 'd'");
  EXPECT_EQ(Fold("1–2 — 3").text, "1-2 - 3");
  EXPECT_EQ(Fold("de\u00ADten\u00AD\ntion").text, "detention");
  EXPECT_EQ(Fold("o\uFB03cer \uFB01ve").text, "officer five");
  EXPECT_EQ(Fold("Z\u030Cyme\u0307").text, "Žymė");
  EXPECT_EQ(Fold("a\u200Bb\uFEFFc").text, "abc");
  EXPECT_EQ(Fold("\uFF21\uFF11").text, "A1");
  EXPECT_EQ(Fold("2019-\n20").text, "2019-20");
}

TEST(FoldTest, WordsStay) {
  for (const char* text : {"Not", "not", "5", "½", "x²", "Ё", "Е", "ҰҮ", "ą", "1.5", "§ 4"}) {
    EXPECT_EQ(Fold(text).text, text);
  }
}

TEST(FoldTest, HyphensInWordsAreMarks) {
  const Folded compound = Fold("ill-treatment");
  EXPECT_EQ(compound.text, "illtreatment");
  EXPECT_EQ(compound.At(3).joint, Joint::kHyphen);
  const Folded broken = Fold("ill-\n  treatment");
  EXPECT_EQ(broken.text, "illtreatment");
  EXPECT_EQ(broken.At(3).joint, Joint::kLineBreak);
  const Folded name = Fold("Kassym-\nJomart");
  EXPECT_EQ(name.At(6).joint, Joint::kHyphen);
  EXPECT_EQ(Fold("he - she").text, "he - she");
  EXPECT_EQ(Fold("well- and ill-").text, "well- and ill-");
  EXPECT_EQ(WithHyphens(compound, 0, compound.size()), "ill-treatment");
}

TEST(FoldTest, EveryByteKnowsWhereItCameFrom) {
  for (const char* text :
       {"a  “b”\u00AD c-\nd", "- - -\n\n-a-", "\u00AD\u00AD", "", "x-", "\uFB03-\n\uFB03"}) {
    const Folded folded = Fold(text);
    for (std::size_t i = 0; i < folded.size(); ++i) {
      EXPECT_LT(folded.At(i).begin, folded.At(i).end);
      EXPECT_LE(folded.At(i).end, folded.source.size());
      EXPECT_LE(folded.At(i == 0 ? 0 : i - 1).begin, folded.At(i).begin);
    }
  }
}

TEST(FoldTest, BytesThatAreNotUtf8DoNoHarm) {
  const Folded folded = Fold("a\xFF-\xC3\n\x80 b");
  EXPECT_EQ(folded.text.front(), 'a');
  EXPECT_EQ(folded.text.back(), 'b');
}

TEST(RuleNamesTest, InOrder) {
  EXPECT_EQ(RuleNames(kDashes | kWhiteSpace), (std::vector<std::string>{"N1", "N6"}));
  EXPECT_TRUE(RuleNames(0).empty());
}

}  // namespace
}  // namespace dossier::quote
