// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx_numbering.h"

#include <gtest/gtest.h>

#include "compiler/office/relationships.h"

namespace dossier::office {
namespace {

TEST(FormatNumber, WritesTheUsualForms) {
  EXPECT_EQ(FormatNumber(12, "decimal"), "12");
  EXPECT_EQ(FormatNumber(7, "decimalZero"), "07");
  EXPECT_EQ(FormatNumber(1994, "upperRoman"), "MCMXCIV");
  EXPECT_EQ(FormatNumber(4, "lowerRoman"), "iv");
  EXPECT_EQ(FormatNumber(26, "lowerLetter"), "z");
  EXPECT_EQ(FormatNumber(28, "upperLetter"), "BB");
  EXPECT_EQ(FormatNumber(3, "russianLower"), "в");
}

TEST(FormatNumber, SaysNothingRatherThanSomethingFalse) {
  EXPECT_EQ(FormatNumber(3, "hebrew1"), "");
  EXPECT_EQ(FormatNumber(0, "lowerRoman"), "");
  EXPECT_EQ(FormatNumber(90'000, "upperRoman"), "");
}

TEST(Relationships, FindsPartsBesideAndAbove) {
  EXPECT_EQ(RelationshipsOf(""), "_rels/.rels");
  EXPECT_EQ(RelationshipsOf("word/document.xml"), "word/_rels/document.xml.rels");
  EXPECT_EQ(ResolveTarget("word/document.xml", "media/a.png"), "word/media/a.png");
  EXPECT_EQ(ResolveTarget("word/document.xml", "../customXml/b.xml"), "customXml/b.xml");
  EXPECT_EQ(ResolveTarget("word/document.xml", "/word/c.xml"), "word/c.xml");
  EXPECT_EQ(ResolveTarget("word/document.xml", "../../../etc/d"), "etc/d");
}

}  // namespace
}  // namespace dossier::office
