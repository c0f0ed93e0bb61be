// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/direction.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::docx {
namespace {

/// ">" and "<" before the pieces.
std::string Cut(std::string_view text, bool to_left) {
  std::string cut;
  for (const DirectedPiece& piece : CutByDirection(text, to_left)) cut += (piece.to_left ? "<" : ">") + std::string(piece.text);
  return cut;
}

TEST(CutByDirection, PlainWordsAreOnePiece) {
  EXPECT_EQ(Cut("words, 12 of them", false), ">words, 12 of them");
  EXPECT_EQ(Cut("слова – žodžiai", false), ">слова – žodžiai");
  EXPECT_EQ(Cut("", false), "");
}

TEST(CutByDirection, SignsBetweenBelongToTheLettersAroundThem) {
  EXPECT_EQ(Cut("name محمد 12 علي (here)", false), ">name <محمد 12 علي> (here)");
  EXPECT_EQ(Cut("محمد", false), "<محمد");
  EXPECT_EQ(Cut("(محمد)", false), ">(<محمد>)");
  EXPECT_EQ(Cut("שלום, x, שלום", false), "<שלום>, x, <שלום");
}

TEST(CutByDirection, InAParagraphThatRunsToTheLeftTheyAreIts) {
  EXPECT_EQ(Cut("(محمد) 12", true), "<(محمد) 12");
  EXPECT_EQ(Cut("محمد, Ona P. علي", true), "<محمد, >Ona P<. علي");
}

TEST(CutByDirection, NothingIsLost) {
  const std::string text = "a محمد ؟ 1 b ، שלום 2 \xFF\xE2 end";
  for (const bool to_left : {false, true}) {
    std::string all;
    for (const DirectedPiece& piece : CutByDirection(text, to_left)) all += piece.text;
    EXPECT_EQ(all, text);
  }
}

}  // namespace
}  // namespace dossier::docx
