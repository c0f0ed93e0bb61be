// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/print.h"

#include <gtest/gtest.h>

#include "compiler/paginate/paginate.h"
#include "tests/support/typesetting.h"

namespace dossier::paginate {
namespace {

TEST(PrintTest, ShowsPagesLinesAndGaps) {
  compose::Document document;
  document.running = {"Left", "Right", "", "page {0} of {1}"};
  document.blocks = {testing::Numbered("1.", {testing::Words("First"),
                                              testing::Note({testing::Words("A note.")})}),
                     {compose::PageBreak{}},
                     testing::Paragraph("Second")};
  diagnostics::Sink sink;
  EXPECT_EQ(Print(Paginate(document, testing::InstalledFonts(), {}, sink)),
            "== page 1\n"
            "1.  First¹\n"
            "¹  A note.\n"
            "== page 2\n"
            "Left  Right\n"
            "Second\n"
            "page 2 of 2\n");
}

}  // namespace
}  // namespace dossier::paginate
