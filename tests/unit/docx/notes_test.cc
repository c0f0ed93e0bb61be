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
using dossier::testing::Address;
using dossier::testing::Note;
using dossier::testing::Paragraph;
using dossier::testing::Words;
using test::Count;
using test::DocumentOf;
using test::Opened;

TEST(Notes, AreFootnotesOfWord) {
  const Opened opened(DocumentOf({Paragraph({Words("one"), Note({Words("first")}), Words(" two"), Note({Words("second "), Address("https://example.org/")}), Note({Words("third")})})}));
  EXPECT_EQ(Dump(opened.Facts()), "P0 one two,\nN1 first\nN2 second https://example.org/\nN3 third\n");
  EXPECT_EQ(Count(opened.Body(), "footnoteReference id="), 3u);
  EXPECT_THAT(opened.OutlineOf("word/_rels/footnotes.xml.rels"), HasSubstr("Target=https://example.org/"));
  EXPECT_EQ(opened.Part("word/endnotes.xml"), "");
  const std::string notes = opened.OutlineOf("word/footnotes.xml");
  EXPECT_EQ(Count(notes, "\nfootnoteRef\n"), 3u);
  EXPECT_THAT(notes, HasSubstr("footnote type=separator id=-1"));
  EXPECT_THAT(opened.OutlineOf("word/settings.xml"), HasSubstr("footnotePr\nnumFmt val=decimal"));
}

TEST(Notes, StandAtTheEndWhereTheDocumentSaysSo) {
  compose::Document document = DocumentOf({Paragraph({Words("one"), Note({Words("first")})}), dossier::testing::Heading(1, "", "Notes", "n"), {compose::Endnotes{}}});
  document.notes = compose::NotePlacement::kEnd;
  const Opened opened(document);
  EXPECT_EQ(Dump(opened.Facts()), "P0 one\nH1 Notes\nN1 first\n");
  EXPECT_THAT(opened.OutlineOf("word/settings.xml"), HasSubstr("endnotePr\npos val=docEnd\n/pos\nnumFmt val=decimal")) << "Word's own are Roman";
  EXPECT_EQ(Count(opened.Body(), "sectPr\n"), 2u) << "one section, opened and closed";
  EXPECT_THAT(opened.Body(), HasSubstr("endnotePr\nnumFmt val=decimal")) << "LibreOffice asks the section";
}

TEST(Notes, BeforeTheEndTheyEndASection) {
  compose::Document document = DocumentOf({Paragraph({Words("one"), Note({Words("first")})}), {compose::Endnotes{}}, Paragraph({Words("annex"), Note({Words("second")})})});
  document.notes = compose::NotePlacement::kEnd;
  const Opened opened(document);
  const std::string body = opened.Body();
  EXPECT_THAT(opened.OutlineOf("word/settings.xml"), HasSubstr("pos val=sectEnd"));
  EXPECT_EQ(Count(body, "/sectPr\n"), 2u);
  EXPECT_LT(body.find("/sectPr"), body.find("annex"));
  EXPECT_THAT(body, HasSubstr("type val=continuous"));
}

TEST(Notes, AreNumberedAlikeInEverySection) {
  const auto formats = [](compose::NotePlacement placement, std::string_view element) {
    compose::Document document = DocumentOf({Paragraph({Words("one"), Note({Words("first")})}), {compose::Endnotes{}}, Paragraph("annex")});
    document.notes = placement;
    return Count(Opened(document).Body(), std::string(element) + "\nnumFmt val=decimal");
  };
  EXPECT_EQ(formats(compose::NotePlacement::kEnd, "endnotePr"), 2u);
  EXPECT_EQ(formats(compose::NotePlacement::kFoot, "footnotePr"), 1u);
  EXPECT_EQ(Count(Opened(DocumentOf({Paragraph("no note")})).Body(), "numFmt"), 0u);
}

TEST(Notes, CanBeReferredTo) {
  compose::Inline note = Note({Words("first")});
  std::get<compose::Note>(note.value).anchor = "n";
  const Opened opened(DocumentOf({Paragraph({Words("one"), note, Words(" see note "), {compose::NumberOf{"n"}}})}));
  EXPECT_THAT(opened.Body(), HasSubstr("\" NOTEREF _Ref1 \\h \""));
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("one see note 1\n"));
}

TEST(Notes, InsideOfNotesAreWrittenBehindThem) {
  const Opened opened(DocumentOf({Paragraph({Words("one"), Note({Words("outer"), Note({Words("inner")})}), Words(" two"), Note({Words("last")})})}));
  // As in print: the notes of a paragraph are counted before those inside them.
  EXPECT_EQ(Dump(opened.Facts()), "P0 one1 two2\nN1 1 outer3\nN1 3 inner\nN2 2 last\n");
  EXPECT_EQ(Count(opened.Body(), "customMarkFollows=1"), 2u) << "Word would count on by itself";
}

TEST(Notes, InHeadingsStayOutOfTheContents) {
  compose::Heading heading;
  heading.content = {Words("Heading"), Note({Words("of the heading")})};
  heading.anchor = "h";
  const Opened opened(DocumentOf({{compose::Contents{"", 1}}, {heading}}));
  EXPECT_EQ(Count(opened.Body(), "footnoteReference id="), 1u);
}

TEST(Notes, WithoutWordsOrWithATableFirstAreWhole) {
  compose::Table table;
  table.rows = {{{dossier::testing::Cell("cell")}, {}, false}};
  compose::Note with_table, empty;
  with_table.content = {{table}};
  const Opened opened(DocumentOf({Paragraph({Words("one"), {empty}, Words(" two"), {with_table}})}));
  EXPECT_EQ(Dump(opened.Facts()), "P0 one two\nN2 cell\n");
  EXPECT_EQ(Count(opened.OutlineOf("word/footnotes.xml"), "\nfootnoteRef\n"), 2u);
}

}  // namespace
}  // namespace dossier::docx
