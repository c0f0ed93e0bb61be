// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "compiler/crypto/sha256.h"
#include "tests/support/small_zip.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::office {
namespace {

using inspect::OddityKind;
using test::Dump;
using test::Odd;
using test::ZipMember;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kW = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string Root(std::string_view name, std::string_view content) {
  return "<w:" + std::string(name) + " xmlns:w='" + std::string(kW) + "' xmlns:r='" + std::string(kR) +
         "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'>" +
         std::string(content) + "</w:" + std::string(name) + ">";
}

/// A part beside the text: its name under word/, the last word of its type, its XML.
struct Part {
  std::string name, type, xml;
};

std::vector<ZipMember> Members(std::string_view body, const std::vector<Part>& parts = {}, std::string_view relations = {}) {
  std::string lines(relations);
  std::vector<ZipMember> members{
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", "<Relationships><Relationship Id='r1' Type='" + std::string(kR) +
                          "/officeDocument' Target='word/document.xml'/></Relationships>"},
      {"word/document.xml", Root("document", "<w:body>" + std::string(body) + "</w:body>")}};
  for (const Part& part : parts) {
    members.push_back({"word/" + part.name, part.xml});
    lines += "<Relationship Id='" + part.name + "' Type='" + std::string(kR) + "/" + part.type + "' Target='" + part.name + "'/>";
  }
  members.push_back({"word/_rels/document.xml.rels", "<Relationships>" + lines + "</Relationships>"});
  return members;
}

Result<inspect::ExhibitFacts> Read(std::string_view body, const std::vector<Part>& parts = {}, std::string_view relations = {}) {
  return ReadDocx(test::SmallZip(Members(body, parts, relations)));
}

std::string P(std::string_view words, std::string_view properties = {}) {
  return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr><w:r><w:t xml:space='preserve'>" + std::string(words) + "</w:t></w:r></w:p>";
}

TEST(ReadDocx, GivesParagraphsInOrder) {
  EXPECT_EQ(Dump(Read(P("One  two") + "<w:p/>" + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
                      "<w:r><w:noBreakHyphen/><w:t>d &amp; Жанна</w:t></w:r></w:p>")),
            "P0 One two\nP0 a b c\u2011d & Жанна\n");
}

TEST(ReadDocx, KnowsHeadingsByStyleAndByOutline) {
  const std::string styles = Root("styles",
      "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='lt-LT'/></w:rPr></w:rPrDefault></w:docDefaults>"
      "<w:style w:type='paragraph' w:styleId='Antrat2'><w:name w:val='heading 2'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='Mine'><w:name w:val='My style'/><w:basedOn w:val='Antrat2'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='Loop'><w:name w:val='x'/><w:basedOn w:val='Loop'/></w:style>");
  const auto facts = Read(P("first", "<w:pStyle w:val='Antrat2'/>") + P("second", "<w:pStyle w:val='Mine'/>") +
                              P("third", "<w:outlineLvl w:val='0'/>") + P("body", "<w:pStyle w:val='Loop'/>") +
                              P("plain", "<w:pStyle w:val='Mine'/><w:outlineLvl w:val='9'/>"),
                          {{"styles.xml", "styles", styles}});
  EXPECT_EQ(Dump(facts), "H2 first\nH2 second\nH1 third\nP0 body\nP0 plain\n");
  EXPECT_EQ(facts->description.language, "lt-LT");
}

TEST(ReadDocx, WritesTheNumbersThatWordPrints) {
  const std::string numbering = Root("numbering",
      "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
      "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum>"
      "<w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>");
  const auto item = [](int list, int level) {
    return "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" + std::to_string(list) + "'/></w:numPr>";
  };
  EXPECT_EQ(Dump(Read(P("a", item(1, 0)) + P("b", item(1, 1)) + P("c", item(1, 1)) + P("d", item(1, 0)) + P("e", item(1, 1)) +
                          P("f", item(2, 0)) + P("g", item(0, 0)),
                      {{"numbering.xml", "numbering", numbering}})),
            "P0 3. a\nP0 (a) b\nP0 (b) c\nP0 4. d\nP0 (a) e\nL1 f\nP0 g\n");
}

TEST(ReadDocx, ReadsTheTextWithChangesAccepted) {
  const auto facts = Read(
      "<w:p><w:r><w:t>He was </w:t></w:r><w:del w:author='Ona'><w:r><w:delText>not </w:delText></w:r></w:del>"
      "<w:ins w:author='Jonas'><w:r><w:t>later </w:t></w:r></w:ins><w:r><w:t>held</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:rPr><w:del w:author='Ona'/></w:rPr></w:pPr><w:r><w:t>goes </w:t></w:r></w:p><w:p><w:r><w:t>on</w:t></w:r></w:p>"
      "<w:p><w:moveFrom w:author='Ona'><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>"
      "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>seen</w:t></w:r></w:p>");
  EXPECT_EQ(Dump(facts), "P0 He was later held\nP0 goes on\nP0 here\nP0 seen\n");
  EXPECT_EQ(Odd(facts, OddityKind::kTrackedChange), "5 2 insertions, 3 deletions by Jonas, Ona\n");
}

TEST(ReadDocx, LeavesOutWhatIsHidden) {
  const std::string styles = Root("styles", "<w:style w:type='character' w:styleId='Ghost'><w:rPr><w:vanish/></w:rPr></w:style>");
  const auto facts = Read("<w:p><w:r><w:t>seen </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret words</w:t></w:r>"
                          "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>also</w:t></w:r><w:r><w:rPr><w:rStyle w:val='Ghost'/></w:rPr><w:t>ghost</w:t></w:r></w:p>",
                          {{"styles.xml", "styles", styles}});
  EXPECT_EQ(Dump(facts), "P0 seen also\n");
  EXPECT_EQ(Odd(facts, OddityKind::kHiddenPart), "2 secret wordsghost\n");
}

TEST(ReadDocx, RowsAreBlocksUnlessTheTableOnlyArranges) {
  const auto cell = [](std::string_view words) { return "<w:tc>" + P(words) + "</w:tc>"; };
  EXPECT_EQ(Dump(Read("<w:tbl><w:tr>" + cell("Year") + cell("Count") + "</w:tr><w:tr>" + cell("2022") + cell("") + "</w:tr></w:tbl>" + P("after"))),
            "T0 Year | Count\nP0 2022\nP0 after\n");
  std::string many;
  for (int i = 0; i < 9; ++i) many += P("p" + std::to_string(i));
  EXPECT_EQ(Dump(Read("<w:tbl><w:tr><w:tc>" + many + "</w:tc>" + cell("right") + "</w:tr></w:tbl>")),
            "P0 p0\nP0 p1\nP0 p2\nP0 p3\nP0 p4\nP0 p5\nP0 p6\nP0 p7\nP0 p8\nP0 right\n");
}

TEST(ReadDocx, PutsBoxesAfterTheirParagraphAndTakesOneAlternative) {
  EXPECT_EQ(Dump(Read("<w:p><w:r><w:t>before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + P("box") +
                      "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + P("box") +
                      "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>after</w:t></w:r></w:p>")),
            "P0 before after\nP0 box\n");
}

TEST(ReadDocx, KeepsNotesAndMarginsApartFromTheText) {
  const std::string notes = Root("footnotes",
      "<w:footnote w:type='separator' w:id='0'>" + P("line") + "</w:footnote><w:footnote w:id='2'>" + P("second note") +
      "</w:footnote><w:footnote w:id='1'>" + P("first note") + "</w:footnote><w:footnote w:id='9'>" + P("stray") + "</w:footnote>");
  const auto facts = Read("<w:p><w:r><w:t>text</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t> more</w:t></w:r>"
                          "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
                          {{"footnotes.xml", "footnotes", notes},
                           {"header1.xml", "header", Root("hdr", P("Case No 7"))},
                           {"header2.xml", "header", Root("hdr", P("Case No 7"))},
                           {"footer1.xml", "footer", Root("ftr", P("page 1"))}});
  EXPECT_EQ(Dump(facts), "M0 Case No 7\nP0 text more\nN1 first note\nN2 second note\nM0 page 1\n");
}

TEST(ReadDocx, CountsCommentsAndDoesNotReadThem) {
  const auto facts = Read(P("text"), {{"comments.xml", "comments",
                                       Root("comments", "<w:comment w:author='Ona'>" + P("why?") + "</w:comment><w:comment w:author='Ona'/>")}});
  EXPECT_EQ(Dump(facts), "P0 text\n");
  EXPECT_EQ(Odd(facts, OddityKind::kComment), "2 2 by Ona\n");
}

TEST(ReadDocx, NamesWhatIsFetchedAndWhatIsActive) {
  const auto facts = Read(
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> DDEAUTO cmd </w:instrText><w:fldChar w:fldCharType='separate'/>"
      "<w:t>shown</w:t><w:fldChar w:fldCharType='end'/></w:r></w:p>",
      {}, "<Relationship Id='t' Type='x/attachedTemplate' Target='https://example.org/t.dotm' TargetMode='External'/>"
          "<Relationship Id='h' Type='x/hyperlink' Target='https://example.org/' TargetMode='External'/>");
  EXPECT_EQ(Dump(facts), "P0 shown\n");
  EXPECT_THAT(facts->active_content, ElementsAre("DDE field"));
  EXPECT_EQ(Odd(facts, OddityKind::kReference), "1 attachedTemplate https://example.org/t.dotm\n");
}

TEST(ReadDocx, ListsEmbeddedFilesAndUnreadParts) {
  auto members = Members(P("text"));
  members.push_back({"word/embeddings/table.xlsx", "bytes"});
  members.push_back({"word/media/image1.png", "x"});
  members.push_back({"word/media/image2.png", "x"});
  const auto facts = ReadDocx(test::SmallZip(members));
  ASSERT_TRUE(facts.ok());
  ASSERT_EQ(facts->attachments.size(), 1u);
  EXPECT_EQ(facts->attachments[0].name, "table.xlsx");
  EXPECT_EQ(facts->attachments[0].sha256, crypto::Sha256("bytes"));
  EXPECT_EQ(Odd(facts, OddityKind::kUnreadPart), "2 2 pictures\n");
}

TEST(ReadDocx, RefusesADoctypeAndBrokenText) {
  auto members = Members("");
  members[2].content = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + Root("document", "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>");
  EXPECT_THAT(Dump(ReadDocx(test::SmallZip(members))), HasSubstr("failed: its part word/document.xml cannot be read: it declares a document type"));
  members[2].content = "<w:document>";
  EXPECT_THAT(Dump(ReadDocx(test::SmallZip(members))), HasSubstr("its XML is broken"));
  members.erase(members.begin() + 2);
  EXPECT_THAT(Dump(ReadDocx(test::SmallZip(members))), HasSubstr("its text is missing"));
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<w:sdt>";
  EXPECT_THAT(Dump(Read(deep)), HasSubstr("failed: "));
}

TEST(ReadDocx, GoesOnWithoutALesserPart) {
  const auto facts = Read(P("text"), {{"styles.xml", "styles", "<broken"}});
  EXPECT_EQ(Dump(facts), "P0 text\n");
  EXPECT_THAT(Odd(facts, OddityKind::kUnreadPart), HasSubstr("word/styles.xml: its XML is broken"));
}

}  // namespace
}  // namespace dossier::office
