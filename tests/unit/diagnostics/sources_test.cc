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

}  // namespace
}  // namespace dossier::diagnostics
