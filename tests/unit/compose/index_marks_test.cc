// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/index_marks.h"

#include <gtest/gtest.h>

#include <utility>

#include "compiler/compose/content.h"
#include "tests/unit/compose/dump.h"

namespace dossier::compose {
namespace {

TEST(IndexMarksTest, PagesAreThoseOfAllPlacesBeforeAndBehind) {
  Document document;
  document.blocks = {
      Para(Inlines{MarkHere("p1"), Words("first "), Inline{Note{.content = {Para(Inlines{Words("n"), MarkHere("p1")})}}}}),
      Para(Inlines{PagesOfMarks("p1"), Words("; "), PagesOfMarks("p2"), Words("; "), PagesOfMarks("p3")}),
      Para(Inlines{MarkHere("p2"), Words("last")}),
      Para(Inlines{Inline{PagesOf{.anchors = {"exhibit.e1.1"}}}, Inline{AnchorHere{.name = "section.1"}}}),
  };
  ResolveMarks(document);
  EXPECT_EQ(Dump(document.blocks),
            "<mark.p1.1>first ^[n<mark.p1.2>\n]\n"
            "{mark.p1.1 mark.p1.2}; {mark.p2.1}; –\n"
            "<mark.p2.1>last\n"
            "{exhibit.e1.1}<section.1>\n");
}

TEST(IndexMarksTest, AuthoritiesAreNotTakenForPersons) {
  EXPECT_NE(AuthorityMark("e1"), "e1");
  EXPECT_NE(AuthorityMark("e1"), InstrumentMark("e1"));
}

}  // namespace
}  // namespace dossier::compose
