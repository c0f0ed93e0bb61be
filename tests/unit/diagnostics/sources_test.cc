// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/sources.h"

#include <gtest/gtest.h>

namespace dossier::diagnostics {
namespace {

TEST(SourcesTest, ColumnsCountCodePoints) {
  Sources sources;
  const std::uint32_t file = sources.Add("a", "žž: x\r\nb\n");
  EXPECT_EQ(sources.PositionOf(file, 6).line, 1);
  EXPECT_EQ(sources.PositionOf(file, 6).column, 5);
  EXPECT_EQ(sources.PositionOf(file, 9).line, 2);
  EXPECT_EQ(sources.LineText(file, 1), "žž: x");
  EXPECT_EQ(sources.LineText(file, 2), "b");
  EXPECT_EQ(sources.LineText(file, 9), "");
}

TEST(SourcesTest, OffsetsPastTheEndAreTheEnd) {
  Sources sources;
  const std::uint32_t file = sources.Add("a", "ab");
  EXPECT_EQ(sources.PositionOf(file, 99).column, 3);
}

TEST(SourcesTest, ColumnsOfALongLineCountFromItsBeginning) {
  std::string text = "first\n";
  for (int i = 0; i < 5000; ++i) text += "\u0161a\xFF";  // two code points, and a byte that is none
  text += "\nlast";
  Sources sources;
  const std::uint32_t file = sources.Add("a.yaml", text);
  for (const std::uint32_t offset : {6U, 10U, 4102U, 4106U, 8198U, 16002U, 20002U}) {
    const std::uint32_t whole = (offset - 6) / 4 * 3 + 1;
    EXPECT_EQ(sources.PositionOf(file, offset).line, 2);
    EXPECT_EQ(sources.PositionOf(file, offset).column, static_cast<int>(whole)) << offset;
  }
  EXPECT_EQ(sources.PositionOf(file, 20007).line, 3);
  EXPECT_EQ(sources.PositionOf(file, 20009).column, 3);
}

}  // namespace
}  // namespace dossier::diagnostics
