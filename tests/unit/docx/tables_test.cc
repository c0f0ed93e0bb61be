// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/docx/opened.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::docx {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using dossier::test::Dump;
using dossier::testing::Cell;
using dossier::testing::Paragraph;
using test::Count;
using test::DocumentOf;
using test::Opened;

compose::TableRow Row(std::vector<compose::TableCell> cells) {
  compose::TableRow row;
  row.cells = std::move(cells);
  return row;
}

TEST(Tables, RepeatTheirHeadsAndSpanColumns) {
  compose::Table table;
  table.widths = {1, 2, 1};
  table.label = "Table 1";
  table.caption = "What was filed";
  table.anchor = "t";
  table.head = {Row({Cell("A"), Cell("B"), Cell("C")})};
  compose::TableCell wide = Cell("spans");
  wide.columns = 2;
  table.rows = {Row({Cell("1"), Cell("2"), Cell("3")}), Row({wide, Cell("last")}), Row({Cell("short")})};
  const Opened opened(DocumentOf({{table}, Paragraph({{compose::NumberOf{"t"}}})}));
  EXPECT_EQ(Dump(opened.Facts()), "P0 Table 1. What was filed\nT0 A | B | C\nT0 1 | 2 | 3\nT0 spans | last\nP0 short\nP0 1\n");
  const std::string body = opened.Body();
  EXPECT_EQ(Count(body, "\ntblHeader\n"), 1u);
  EXPECT_EQ(Count(body, "\ncantSplit\n"), 4u) << "no row begins on one page and ends on the next";
  EXPECT_THAT(body, HasSubstr("gridSpan val=2"));
  EXPECT_EQ(Count(body, "\ngridCol "), 3u);
  EXPECT_THAT(body, HasSubstr("tblCaption val=What was filed"));
  EXPECT_THAT(body, HasSubstr("pStyle val=TableHead"));
}

// Word calls a file damaged whose cells end without a paragraph.
TEST(Tables, EveryCellEndsWithAParagraph) {
  compose::Table inner;
  inner.rows = {Row({Cell("inner")})};
  compose::TableCell nested;
  nested.content = {{inner}};
  compose::Table table;
  table.rows = {Row({nested, {}}), Row({})};
  const Opened opened(DocumentOf({{table}, {table}}));
  const std::string body = opened.Body();
  EXPECT_EQ(Count(body, "/tc\n"), Count(body, "/p\n/tc\n"));
  EXPECT_EQ(Count(body, "\ntr\n/tr\n"), 0u) << "a row has a cell at least";
  EXPECT_EQ(Count(body, "/tbl\ntbl\n"), 0u) << "two tables side by side would be one";
  EXPECT_THAT(body, Not(HasSubstr("/tbl\nsectPr")));
}

TEST(Tables, OfMoreColumnsThanWordHasLoseNothing) {
  compose::TableRow row;
  std::string words;
  for (int i = 0; i < 70; ++i) {
    row.cells.push_back(Cell("c" + std::to_string(i)));
    words += "c" + std::to_string(i);
  }
  compose::Table table;
  table.rows = {row};
  const Opened opened(DocumentOf({{table}}));
  EXPECT_EQ(Count(opened.Body(), "/tc\n"), 63u);
  std::string dump = Dump(opened.Facts());
  std::erase_if(dump, [](char c) { return c == ' ' || c == '|' || c == '\n'; });
  EXPECT_THAT(dump, HasSubstr(words));
}

TEST(Tables, SayWhetherTheFirstColumnNamesTheRows) {
  compose::Table table;
  table.rows = {Row({Cell("one"), Cell("1")})};
  EXPECT_THAT(Opened(DocumentOf({{table}})).Body(), HasSubstr("firstColumn=0"));
  table.rows[0].cells[0].row_head = true;
  EXPECT_THAT(Opened(DocumentOf({{table}})).Body(), HasSubstr("firstColumn=1"));
}

TEST(Tables, PlacesOfRowsStandInThem) {
  compose::Table table;
  table.rows = {Row({Cell("one")}), Row({Cell("two")})};
  table.rows[1].anchor = "list.e02";
  const std::string body = Opened(DocumentOf({{table}})).Body();
  EXPECT_LT(body.find("\"one\""), body.find("name=_Ref1"));
  EXPECT_LT(body.find("name=_Ref1"), body.find("\"two\""));
}

}  // namespace
}  // namespace dossier::docx
