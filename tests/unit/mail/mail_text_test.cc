// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/mail_text.h"

#include <gtest/gtest.h>

#include "tests/unit/office/dump_blocks.h"

namespace dossier::mail {
namespace {

using test::Dump;

TEST(ReadMailText, JoinsLinesIntoParagraphs) {
  EXPECT_EQ(Dump(ReadMailText("Dear all,\r\n\r\nI write\r\nabout it.\r\n", false, false)), "P0 Dear all,\nP0 I write about it.\n");
}

TEST(ReadMailText, QuotationsKeepTheirDepth) {
  EXPECT_EQ(Dump(ReadMailText("new\n> old\n> old too\n>> older\n> > older too\nnew again", false, false)),
            "P0 new\nQ1 old old too\nQ2 older older too\nP0 new again\n");
}

TEST(ReadMailText, FlowedLinesGoOn) {
  EXPECT_EQ(Dump(ReadMailText("one \ntwo\n\n from here\n-- \nname", true, false)), "P0 one two\nP0 from here -- name\n");
  EXPECT_EQ(Dump(ReadMailText("Wor \nte", true, true)), "P0 Worte\n");
}

}  // namespace
}  // namespace dossier::mail
