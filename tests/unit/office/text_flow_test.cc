// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/text_flow.h"

#include <gtest/gtest.h>

#include "tests/unit/office/dump_blocks.h"

namespace dossier::office {
namespace {

using inspect::BlockKind;

TEST(TextFlow, ClosesWhatIsLeftOpen) {
  TextFlow flow;
  flow.BeginRow();
  flow.BeginCell();
  flow.Begin();
  flow.Words("in a cell");
  flow.BeginAside();
  flow.Words("in a box");
  EXPECT_EQ(test::Dump(flow.Take()), "P0 in a cell\nP0 in a box\n");
}

TEST(TextFlow, ToleratesEndsWithoutBeginnings) {
  TextFlow flow;
  flow.EndRow();
  flow.EndCell();
  flow.EndAside();
  flow.End();
  flow.Words("  words\n\n more ");
  flow.End();
  EXPECT_EQ(test::Dump(flow.Take()), "P0 words more\n");
}

TEST(TextFlow, RowsInsideCellsBelongToTheCell) {
  TextFlow flow;
  flow.BeginRow();
  flow.BeginCell();
  flow.Words("a");
  flow.BeginRow();
  for (const char* words : {"b", "c"}) {
    flow.BeginCell();
    flow.Words(words);
    flow.EndCell();
  }
  flow.EndRow();
  flow.EndCell();
  flow.BeginCell();
  flow.Words("d");
  flow.EndCell();
  flow.EndRow();
  EXPECT_EQ(test::Dump(flow.Take()), "T0 a b | c | d\n");
}

TEST(TextFlow, LabelsStandBeforeTheWords) {
  TextFlow flow;
  flow.Begin();
  flow.Become(BlockKind::kHeading, 2, "2.1");
  flow.Words("Facts");
  EXPECT_EQ(test::Dump(flow.Take()), "H2 2.1 Facts\n");
}

}  // namespace
}  // namespace dossier::office
