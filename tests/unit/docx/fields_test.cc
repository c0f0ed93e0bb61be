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
using dossier::testing::Heading;
using dossier::testing::Note;
using dossier::testing::Numbered;
using dossier::testing::PageOf;
using dossier::testing::Paragraph;
using dossier::testing::Words;
using test::Count;
using test::DocumentOf;
using test::Opened;

compose::Inline NumberAt(std::string anchor) { return {compose::NumberOf{std::move(anchor)}}; }

compose::Block NumberedAt(std::string label, std::string anchor) {
  compose::Block block = Numbered(std::move(label), {Words("numbered")});
  std::get<compose::Paragraph>(block.value).anchor = std::move(anchor);
  return block;
}

TEST(Fields, NumbersReferToTheNumbersThatStandInTheText) {
  const Opened opened(DocumentOf({Paragraph({Words("see "), NumberAt("p"), Words(" and "), NumberAt("h")}), Heading(2, "2.1", "Heading", "h"), NumberedAt("3.2.", "p")}));
  const std::string body = opened.Body();
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("see 3.2 and 2.1\n")) << "what was not updated shows what is printed";
  EXPECT_THAT(body, HasSubstr("\" REF _Num2 \\h \""));
  EXPECT_THAT(body, HasSubstr("name=_Num2\n/bookmarkStart\nr\nrPr\n/rPr\nt space=preserve\n\"3.2\"\n/t\n/r\nbookmarkEnd")) << "without the stop";
}

TEST(Fields, PagesAreThoseOfThePrintedBrief) {
  const Opened opened(DocumentOf({Heading(1, "", "Here", "here"), Paragraph({Words("page "), PageOf("here"), Words(", "), PageOf("exhibit.e1.2"), Words(", "), PageOf("none")})}),
                      {.pages = {{"here", 4}, {"exhibit.e1.2", 17}}});
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("page 4, 17, ?"));
  EXPECT_EQ(Count(opened.Body(), "PAGEREF"), 1u) << "pages of exhibits are in no Word file";
}

TEST(Fields, ListsOfPagesHaveRanges) {
  compose::PagesOf pages;
  std::vector<compose::Inline> marks;
  WriteOptions options;
  for (int page : {3, 7, 8, 9, 9}) {
    const std::string name = "m" + std::to_string(pages.anchors.size());
    pages.anchors.push_back(name);
    options.pages[name] = page;
    marks.push_back({compose::AnchorHere{name}});
    marks.push_back(Words("name "));
  }
  const Opened opened(DocumentOf({Paragraph(marks), Paragraph({{pages}})}), options);
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("P0 3, 7–9\n"));
  EXPECT_EQ(Count(opened.Body(), "PAGEREF"), 3u);
  EXPECT_EQ(Count(opened.Body(), "bookmarkStart id="), 5u);
}

TEST(Fields, ContentsAreAFieldWithItsEntries) {
  compose::Heading aside;
  aside.content = {Words("Aside")};
  aside.anchor = "aside";
  aside.in_contents = false;
  const Opened opened(DocumentOf({{compose::Contents{"Contents", 2}}, Heading(1, "1", "One", "a"), Heading(2, "1.1", "Two", "b"), Heading(3, "1.1.1", "Three", "c"), {aside}}),
                      {.pages = {{"a", 2}, {"b", 3}}});
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("Contents\nP0 1 One 2\nP0 1.1 Two 3\nH1 1 One\n"));
  const std::string body = opened.Body();
  EXPECT_THAT(body, HasSubstr("\" TOC \\o \"1-2\" \\h \\z \""));
  EXPECT_EQ(Count(body, "fldCharType=begin"), Count(body, "fldCharType=end"));
  EXPECT_THAT(body, HasSubstr("docPartGallery val=Table of Contents"));
}

TEST(Fields, ContentsOfNothingAreAWholeField) {
  const std::string body = Opened(DocumentOf({{compose::Contents{"Contents", 2}}})).Body();
  EXPECT_EQ(Count(body, "fldCharType=begin"), 1u);
  EXPECT_EQ(Count(body, "fldCharType=end"), 1u);
}

TEST(Fields, TheHeadShowsTheHeadingAtHandByNumberOfItsLevel) {
  compose::Document document = DocumentOf({Heading(2, "1", "One", "a")});
  document.page.section_in_head = true;
  document.running.left = "The title";
  const std::string head = Opened(document).OutlineOf("word/header1.xml");
  EXPECT_THAT(head, HasSubstr("\" STYLEREF 2 \""));
  EXPECT_THAT(head, HasSubstr("The title")) << "true of every page where nothing updates the field";
  EXPECT_THAT(head, Not(HasSubstr("One")));
}

TEST(Fields, APlaceThatStandsTwiceKeepsTheFirst) {
  const Opened opened(DocumentOf({Heading(1, "1", "One", "same"), Heading(1, "2", "Two", "same"), Paragraph({NumberAt("same")})}));
  EXPECT_EQ(Count(opened.Body(), "name=_Ref1\n"), 1u);
  EXPECT_EQ(Count(opened.Body(), "name=_Num1\n"), 1u);
  EXPECT_THAT(opened.Body(), HasSubstr("REF _Num1"));
}

TEST(Fields, WhatHasNoNumberShowsAQuestionMark) {
  const Opened opened(DocumentOf({Paragraph({Words("see "), NumberAt("nowhere")})}));
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("see ?"));
  EXPECT_THAT(opened.Body(), Not(HasSubstr("instrText")));
}

}  // namespace
}  // namespace dossier::docx
