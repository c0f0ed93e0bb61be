// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/odt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/small_zip.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::office {
namespace {

using inspect::OddityKind;
using test::Dump;
using test::Odd;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Root(std::string_view name, std::string_view content) {
  std::string spaces;
  for (const char* prefix : {"office", "text", "table", "style", "draw", "meta", "manifest", "dc", "xlink"}) {
    spaces += " xmlns:" + std::string(prefix) + "='urn:" + prefix + "'";
  }
  return "<office:" + std::string(name) + spaces + ">" + std::string(content) + "</office:" + std::string(name) + ">";
}

std::vector<test::ZipMember> Members(std::string_view text, std::string_view styles = {}, std::string_view masters = {}) {
  return {{"mimetype", "application/vnd.oasis.opendocument.text"},
          {"content.xml", Root("document-content", "<office:automatic-styles>" + std::string(styles) +
                                                       "</office:automatic-styles><office:body><office:text>" + std::string(text) +
                                                       "</office:text></office:body>")},
          {"styles.xml", Root("document-styles", masters)}};
}

Result<inspect::ExhibitFacts> Read(std::string_view text, std::string_view styles = {}, std::string_view masters = {}) {
  return ReadOdt(test::SmallZip(Members(text, styles, masters)));
}

TEST(ReadOdt, GivesBlocksInOrder) {
  EXPECT_EQ(Dump(Read("<text:h text:outline-level='2'>Head</text:h><text:p>One<text:s/>two<text:line-break/>three <text:span>Žydrė</text:span></text:p>"
                      "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>"
                      "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table>")),
            "H2 Head\nP0 One two three Žydrė\nL1 a\nL2 b\nT0 x | y\n");
}

TEST(ReadOdt, WritesTheNumbersOfLists) {
  const std::string style =
      "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.' text:start-value='4'/>"
      "<text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/></text:list-style>";
  EXPECT_EQ(Dump(Read("<text:list text:style-name='L1'><text:list-item><text:p>a</text:p><text:p>still a</text:p>"
                      "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>"
                      "<text:list-item><text:p>c</text:p></text:list-item></text:list>",
                      style)),
            "P0 4. a\nL1 still a\nP0 (a) b\nP0 5. c\n");
}

TEST(ReadOdt, ReadsTheTextWithChangesAccepted) {
  const auto facts = Read("<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ona</dc:creator></office:change-info>"
                          "<text:p>not </text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
                          "<text:p>He was <text:change text:change-id='1'/><text:change-start/>later <text:change-end/>held</text:p>");
  EXPECT_EQ(Dump(facts), "P0 He was later held\n");
  EXPECT_EQ(Odd(facts, OddityKind::kTrackedChange), "2 1 insertion, 1 deletion by Ona\n");
}

TEST(ReadOdt, KeepsNotesCommentsAndHiddenTextApart) {
  const auto facts = Read("<text:p>text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>the note</text:p></text:note-body></text:note>"
                          " more<office:annotation><dc:creator>Jonas</dc:creator><text:p>why?</text:p></office:annotation>"
                          "<text:span text:style-name='T1'>secret</text:span></text:p><text:section text:display='none'><text:p>gone</text:p></text:section>",
                          "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>");
  EXPECT_EQ(Dump(facts), "P0 text more\nN1 the note\n");
  EXPECT_EQ(Odd(facts, OddityKind::kComment), "1 1 by Jonas\n");
  EXPECT_EQ(Odd(facts, OddityKind::kHiddenPart), "1 secretgone\n");
}

TEST(ReadOdt, TakesHeadsFeetAndBoxes) {
  EXPECT_EQ(Dump(Read("<text:p>one<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame> two</text:p>", "",
                      "<office:master-styles><style:master-page><style:header><text:p>Office</text:p></style:header>"
                      "<style:footer><text:p>page</text:p></style:footer></style:master-page></office:master-styles>")),
            "M0 Office\nP0 one two\nP0 box\nM0 page\n");
}

TEST(ReadOdt, NamesMacrosReferencesAndUnreadParts) {
  auto members = Members("<text:p>a<draw:frame><draw:image xlink:href='https://example.org/a.png'/></draw:frame></text:p>");
  members.push_back({"Basic/Standard/Module1.xml", "<x/>"});
  const auto facts = ReadOdt(test::SmallZip(members));
  ASSERT_TRUE(facts.ok());
  EXPECT_THAT(facts->active_content, ElementsAre("macros"));
  EXPECT_EQ(Odd(facts, OddityKind::kReference), "1 https://example.org/a.png\n");
  EXPECT_EQ(Odd(facts, OddityKind::kUnreadPart), "1 1 picture\n");
}

TEST(ReadOdt, RefusesAPassword) {
  auto members = Members("<text:p>a</text:p>");
  members.push_back({"META-INF/manifest.xml", Root("manifest", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")});
  EXPECT_EQ(Dump(ReadOdt(test::SmallZip(members))), "failed: it wants a password\n");
}

TEST(ReadOdt, ReadsProperties) {
  auto members = Members("<text:p>a</text:p>");
  members.push_back({"meta.xml", Root("document-meta", "<office:meta><dc:title>Letter</dc:title><meta:initial-creator>Ona</meta:initial-creator>"
                                                       "<meta:creation-date>2024-05-06T07:08:09</meta:creation-date><meta:generator>Office/1</meta:generator></office:meta>")});
  const auto facts = ReadOdt(test::SmallZip(members));
  ASSERT_TRUE(facts.ok());
  EXPECT_EQ(facts->description.title, "Letter");
  EXPECT_THAT(facts->description.authors, ElementsAre("Ona"));
  EXPECT_EQ(facts->description.created, "2024-05-06T07:08:09");
}

}  // namespace
}  // namespace dossier::office
