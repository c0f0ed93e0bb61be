// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/image/decode.h"
#include "tests/unit/docx/opened.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::docx {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using compose::Block;
using compose::Face;
using dossier::test::Dump;
using dossier::test::Odd;
using dossier::testing::Address;
using dossier::testing::Heading;
using dossier::testing::LinkTo;
using dossier::testing::Numbered;
using dossier::testing::Paragraph;
using dossier::testing::Words;
using test::Count;
using test::DocumentOf;
using test::Opened;

TEST(WriteDocx, HasTheReadersOfExhibitsReadItBack) {
  const Opened opened(DocumentOf({Heading(1, "1", "What is asked", "s1"), Paragraph("Some words."),
                                  Numbered("1.1", {Words("A numbered "), Words("paragraph", Face::kItalic), Words(".")}),
                                  {compose::Quotation{{Paragraph("Quoted words.")}}}}));
  EXPECT_EQ(Dump(opened.Facts()),
            "H1 1 What is asked\n"
            "P0 Some words.\n"
            "P0 1.1 A numbered paragraph.\n"
            "P0 Quoted words.\n");
  EXPECT_EQ(opened.Facts()->description.title, "A title");
  EXPECT_EQ(opened.Facts()->description.language, "en");
  EXPECT_TRUE(opened.Facts()->oddities.empty()) << "nothing hidden, fetched or active";
}

TEST(WriteDocx, GivesTheSameBytesForTheSameDocument) {
  EXPECT_EQ(Opened(dossier::testing::SampleBrief()).bytes, Opened(dossier::testing::SampleBrief()).bytes);
}

TEST(WriteDocx, SayWhatThePartsAre) {
  const Opened opened(dossier::testing::SampleBrief(), {.pages = {}, .date = "2031-05-12"});
  const std::string types = opened.OutlineOf("[Content_Types].xml");
  auto container = archive::Container::Open(opened.bytes, archive::Names::kCaseless);
  ASSERT_TRUE(container.ok());
  EXPECT_EQ(container->members().front().name, "[Content_Types].xml");
  for (const archive::Member& member : container->members()) {
    const bool by_ending = member.name.ends_with(".rels") || member.name.ends_with(".png");
    if (member.name == "[Content_Types].xml" || by_ending) continue;
    EXPECT_THAT(types, HasSubstr("PartName=/" + member.name + " "));
  }
  EXPECT_THAT(opened.OutlineOf("_rels/.rels"), HasSubstr("Target=word/document.xml"));
  EXPECT_THAT(opened.OutlineOf("docProps/core.xml"), HasSubstr("\"2031-05-12T00:00:00Z\""));
}

TEST(WriteDocx, HeadingsHaveTheStylesOfWord) {
  compose::Heading aside;
  aside.content = {Words("Aside")};
  aside.anchor = "aside";
  aside.in_contents = false;
  const Opened opened(DocumentOf({Heading(1, "", "One", "a"), Heading(2, "1.1", "Two", "b"), Heading(6, "", "Six", "c"), Heading(9, "", "Nine", "d"), {aside}}));
  const std::string body = opened.Body();
  for (const char* style : {"Heading1", "Heading2", "Heading6", "Heading1Unlisted"}) EXPECT_THAT(body, HasSubstr(std::string("pStyle val=") + style + "\n"));
  EXPECT_EQ(Dump(opened.Facts()), "H1 One\nH2 1.1 Two\nH6 Six\nH6 Nine\nH1 Aside\n") << "one that the contents leave out is a heading still";
  const std::string styles = opened.OutlineOf("word/styles.xml");
  EXPECT_THAT(styles, HasSubstr("name val=heading 1\n"));
}

TEST(WriteDocx, NoLineIsDrawnApartBeforeItsEnd) {
  const Opened opened(DocumentOf({Paragraph({Words("A first line."), {compose::LineBreak{}}, Words("A second line.")}),
                                  Paragraph({Words("It stands at "), Address("https://example.org/a/path/longer/than/any/word"), Words(".")}),
                                  Paragraph("It has words of ordinary length, like internationalisation.")}));
  EXPECT_THAT(opened.OutlineOf("word/settings.xml"), HasSubstr("compat\ndoNotExpandShiftReturn"));
  EXPECT_EQ(Count(opened.Body(), "jc val=left"), 1u) << "an address that cannot be broken leaves a line half empty";
}

TEST(WriteDocx, NotesAreRagged) {
  const std::string styles = Opened(DocumentOf({Paragraph("words")})).OutlineOf("word/styles.xml");
  for (const char* name : {"name val=footnote text", "name val=endnote text"}) {
    const std::size_t at = styles.find(name);
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(styles.find("jc val=left", at), styles.find("jc val=", at)) << name;
  }
}

TEST(WriteDocx, EveryStyleThatIsUsedIsDefined) {
  compose::Document document = dossier::testing::SampleBrief();
  compose::List bullets;
  for (const char* label : {"•", "(a)"}) bullets.items.push_back({label, {Paragraph("entry")}});
  document.blocks.push_back({bullets});
  for (int style = 0; style <= static_cast<int>(compose::ParagraphStyle::kMarginNumber); ++style) {
    compose::Paragraph paragraph;
    paragraph.style = static_cast<compose::ParagraphStyle>(style);
    paragraph.label = "7.";
    paragraph.content = {Words("of style " + std::to_string(style))};
    document.blocks.push_back({paragraph});
  }
  const Opened opened(document);
  const std::string styles = opened.OutlineOf("word/styles.xml");
  for (const char* part : {"word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/header2.xml", "word/footer1.xml"}) {
    const std::string outline = opened.OutlineOf(part);
    ASSERT_FALSE(outline.empty()) << part;
    for (std::size_t at = outline.find("Style val="); at != outline.npos; at = outline.find("Style val=", at + 1)) {
      const std::string id = outline.substr(at + 10, outline.find('\n', at) - at - 10);
      EXPECT_THAT(styles, HasSubstr("styleId=" + id + "\n")) << part;
    }
  }
}

TEST(WriteDocx, WordsHaveFacesLanguagesAndDirections) {
  compose::TextRun arabic{.text = "محمد علي", .language = "ar", .source = {}};
  compose::TextRun name{.text = "Ona Pavyzdė", .whole = true, .language = "lt", .source = {}};
  compose::TextRun raised{.text = "2", .superscript = true, .source = {}};
  compose::TextRun small{.text = "fine", .small = true, .source = {}};
  const Opened opened(DocumentOf({Paragraph({Words("bold", Face::kBold), {arabic}, {name}, {raised}, {small}})}));
  const std::string body = opened.Body();
  EXPECT_THAT(body, HasSubstr("rPr\nb\n/b\nbCs\n/bCs\n/rPr\nt space=preserve\n\"bold\"\n"));
  EXPECT_THAT(body, HasSubstr("rtl\n/rtl\nlang bidi=ar\n/lang\n/rPr\nt space=preserve\n\"محمد علي\"\n"));
  EXPECT_THAT(body, HasSubstr("noProof\n/noProof\nlang val=lt\n/lang\n/rPr\nt space=preserve\n\"Ona Pavyzdė\"\n"));
  EXPECT_THAT(body, HasSubstr("vertAlign val=superscript\n/vertAlign\n/rPr\nt space=preserve\n\"2\"\n"));
  EXPECT_THAT(body, HasSubstr("sz val=19\n"));
  EXPECT_THAT(body, Not(HasSubstr("bidi\n/bidi"))) << "the paragraph itself runs to the right";
}

TEST(WriteDocx, AParagraphInALanguageThatRunsToTheLeftDoesSo) {
  compose::Paragraph paragraph;
  paragraph.language = "fa";
  paragraph.content = {Words("سلام 12")};
  const std::string body = Opened(DocumentOf({{paragraph}})).Body();
  EXPECT_THAT(body, HasSubstr("bidi\n/bidi\n"));
  EXPECT_THAT(body, HasSubstr("lang bidi=fa\n/lang\n/rPr\nt space=preserve\n\"سلام 12\"\n"));
}

TEST(WriteDocx, ControlCharactersLeaveATraceAndSpacesAreSingle) {
  const Opened opened(DocumentOf({Paragraph(std::string("a\x07" "b \n\t c\0d \u00AD-\u2011", 17))}));
  EXPECT_THAT(opened.Body(), HasSubstr("\"a\uFFFDb c\uFFFDd \"\n/t\nsoftHyphen\n/softHyphen\nt space=preserve\n\"-\u2011\"\n"));
}

TEST(WriteDocx, LinksLeadOutsideOrToPlaces) {
  const Opened opened(DocumentOf({Heading(1, "1", "Here", "here"),
                                  Paragraph({LinkTo("here", {Words("inside ")}), Address("https://example.org/a?b=1&c=2"), LinkTo("exhibit.e01.1", {Words(" nowhere ")}),
                                             Address("javascript:alert(1)")})}));
  const std::string body = opened.Body();
  EXPECT_EQ(Count(body, "\nhyperlink "), 2u);
  EXPECT_THAT(body, HasSubstr("bookmarkStart id=0 name=_Ref1\n"));
  EXPECT_THAT(body, HasSubstr("hyperlink anchor=_Ref1 history=1\n"));
  EXPECT_THAT(opened.OutlineOf("word/_rels/document.xml.rels"), HasSubstr("Target=https://example.org/a?b=1&c=2 TargetMode=External"));
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("inside https://example.org/a?b=1&c=2 nowhere javascript:alert(1)"));
  EXPECT_EQ(Odd(opened.Facts(), inspect::OddityKind::kReference), "");
}

TEST(WriteDocx, ALinkInsideOfALinkCutsItInTwo) {
  const Opened opened(DocumentOf({Heading(1, "", "A", "a"), Heading(1, "", "B", "b"),
                                  Paragraph({LinkTo("a", {Words("one "), LinkTo("b", {Words("two")}), Words(" three")})})}));
  EXPECT_THAT(opened.Body(), HasSubstr("hyperlink anchor=_Ref2"));
  EXPECT_EQ(Count(opened.Body(), "hyperlink anchor=_Ref1"), 2u);
  EXPECT_THAT(Dump(opened.Facts()), HasSubstr("P0 one two three\n"));
}

TEST(WriteDocx, BulletsAreListsAndNumbersAreWords) {
  compose::List inner, outer;
  inner.items = {{"–", {Paragraph("deeper")}}};
  outer.items = {{"•", {Paragraph("one"), Paragraph("and more"), {inner}}}, {"(a)", {Paragraph("lettered")}}};
  const Opened opened(DocumentOf({{outer}}));
  EXPECT_EQ(Dump(opened.Facts()), "L1 one\nP0 and more\nL2 deeper\nP0 (a) lettered\n");
  EXPECT_EQ(Count(opened.OutlineOf("word/numbering.xml"), "\nnum "), 2u) << "a list for each sign";
}

TEST(WriteDocx, PicturesKeepTheirPixelsAndTheirWords) {
  compose::Image image;
  image.width = 3;
  image.height = 2;
  image.rgb = std::make_shared<const std::string>("abcdefghijklmnopqr");
  image.alternative = "A <house> & a tree";
  compose::Figure figure;
  figure.image = image;
  figure.label = "Figure 1";
  figure.caption = {Words("The house")};
  compose::Image broken;
  broken.alternative = "a picture that is not there";
  const Opened opened(DocumentOf({{image}, {figure}, {broken}}));
  EXPECT_EQ(Count(opened.Body(), "descr=A <house> & a tree"), 4u) << "two drawings, told twice each";
  EXPECT_EQ(Dump(opened.Facts()), "P0 Figure 1. The house\nP0 a picture that is not there\n");
  EXPECT_EQ(opened.Part("word/media/image2.png"), "") << "the same picture is kept once";
  const auto decoded = image::DecodePng(opened.Part("word/media/image1.png"));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded->rgb, *image.rgb);
}

TEST(WriteDocx, SpaceAndPageBreaksLeaveNoEmptyParagraphs) {
  const Opened opened(DocumentOf({{compose::Space{96}}, Paragraph("title"), {compose::PageBreak{}}, Paragraph("next")}));
  const std::string body = opened.Body();
  EXPECT_EQ(Count(body, "\np\n"), 2u);
  EXPECT_THAT(body, HasSubstr("spacing before=1920"));
  EXPECT_THAT(body, HasSubstr("pageBreakBefore"));
}

TEST(WriteDocx, PaperMarginsHeadsAndFeetAreThoseOfThePage) {
  compose::Document document = DocumentOf({Paragraph("words")});
  document.page.width = Length::FromMillimetres(215.9);
  document.page.height = Length::FromMillimetres(279.4);
  document.page.left = Length::FromPoints(72);
  document.running = {"Left", "Right", "DRAFT", "page {0} of {1}"};
  document.letterhead = {Paragraph("Harbour Law Clinic")};
  const Opened opened(document);
  const std::string body = opened.Body();
  EXPECT_THAT(body, HasSubstr("pgSz w=12240 h=15840"));
  EXPECT_THAT(body, HasSubstr("left=1440"));
  EXPECT_THAT(body, HasSubstr("titlePg"));
  EXPECT_EQ(Dump(opened.Facts()), "M0 DRAFT\nM0 Left Right\nP0 Harbour Law Clinic\nP0 words\nM0 page 1 of 1\n");
  EXPECT_THAT(opened.OutlineOf("word/header2.xml"), Not(HasSubstr("Left"))) << "the first page shows the mark of a draft alone";
  const std::string foot = opened.OutlineOf("word/footer1.xml");
  EXPECT_THAT(foot, HasSubstr("\" PAGE \""));
  EXPECT_THAT(foot, HasSubstr("\" NUMPAGES \""));
}

TEST(WriteDocx, TheSampleHasEveryWordOfItsBlocks) {
  const Opened opened(dossier::testing::SampleBrief());
  const std::string dump = Dump(opened.Facts());
  for (const char* words : {"Support brief in the matter of the ferry at Aldmoor", "1.1 Letters of all the languages in the file", "әділдік, ғылым",
                            "Jorunn Castellane, counsel for the applicant", "Electronic signature", "A-34 | Letter of the district office"}) {
    EXPECT_THAT(dump, HasSubstr(words));
  }
}

}  // namespace
}  // namespace dossier::docx
