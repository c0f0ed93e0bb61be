// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/template.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "compiler/compose/compose.h"
#include "compiler/compose/read_template.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/xml/parse.h"
#include "tests/unit/compose/dump.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

std::string Check(std::vector<TemplateNode> children, diagnostics::Sink& sink) {
  const Template brief{.id = "t", .root = Element("document", {}, std::move(children))};
  const bool good = CheckTemplate(brief, LoadStrings("en"), sink);
  EXPECT_EQ(good, sink.findings().empty());
  return resolve::Told(sink);
}

TEST(CheckTemplateTest, KnownThingsPass) {
  diagnostics::Sink sink;
  EXPECT_EQ(Check({Element("section", {"title", "heading.chronology"}, {Element("chronology")}),
                   Element("for-each", {"select", "applicants/applicant"},
                           {Element("paragraph", {"style", "small"}, {Element("value", {"select", "role"})})})},
                  sink),
            "");
}

TEST(CheckTemplateTest, EachUnknownThingIsReportedAtItsPlace) {
  TemplateNode path = Element("value", {"select", "titel"});
  path.span = {.file = 3, .begin = 10, .end = 20};
  diagnostics::Sink sink;
  EXPECT_EQ(Check({Element("chronologie"), Element("paragraph", {"stile", "x"}, {path}),
                   Element("paragraph", {"style", "loud"}),
                   Element("section", {"title", "heading.nothing"})},
                  sink),
            "D0910 the template cannot be used: there is no element <chronologie>\n"
            "D0910 the template cannot be used: <paragraph> has no attribute \"stile\"\n"
            "D0917 the template looks for <titel> in <dossier>, where it never stands\n"
            "D0910 the template cannot be used: there is no style \"loud\"\n"
            "D0910 the template cannot be used: the strings have no word \"heading.nothing\"\n");
  EXPECT_EQ(sink.findings()[0].hint.Full(), "write <chronology>");
  EXPECT_EQ(sink.findings()[2].hint.Full(), "write \"title\"");
  EXPECT_EQ(sink.findings()[2].place.span, path.span);
}

TEST(ListsOfTest, FindsWhatIsComparedHoweverItIsWritten) {
  const TemplateNode root = Element(
      "document", {},
      {Element("for-each", {"select", "lists/list[@id='first']/entry"},
               {Element("value", {"select", "count(/dossier/lists/list[ 'second' = @id ]/entry[field[@name='third']])"})}),
       Element("if", {"test", "count(//list[@id = \"fourth\" or @id='fifth']) > 2"}),
       Element("value", {"select", "exhibits/exhibit[@id='e01']"})});
  EXPECT_EQ(ListsOf(root), (std::set<std::string>{"fifth", "first", "fourth", "second"}));
}

/// What is said of an expression that stands at the case, or inside a loop.
std::string Said(const std::string& select, const std::string& loop = {}) {
  diagnostics::Sink sink;
  TemplateNode value = Element("value", {"select", select});
  (void)Check({loop.empty() ? value : Element("for-each", {"select", loop}, {value})}, sink);
  std::string out;
  for (const auto& finding : sink.findings()) out += finding.Message() + " (" + finding.hint.Full() + ")\n";
  return out;
}

TEST(CheckTemplateTest, EveryNameIsLookedForWhereTheExpressionStands) {
  EXPECT_EQ(Said("/dossier/exhibits/exhibit[letter/from/@id = current()/@id]/label"), "");
  EXPECT_EQ(Said("count(//cite[@exhibit='e1'])"), "");
  EXPECT_EQ(Said("../entry/field[@name='x']/@order", "lists/list/entry"), "");
  EXPECT_EQ(Said("ancestor::list/title", "lists/list/entry"), "");
  EXPECT_EQ(Said("titel"), "the template looks for <titel> in <dossier>, where it never stands (write \"title\")\n");
  EXPECT_EQ(Said("label"), "the template looks for <label> in <dossier>, where it never stands (<label> stands in <section>, <exhibit>, <translation>)\n");
  EXPECT_EQ(Said("exhibits/exhibit/@pagess"), "the template looks for @pagess in <exhibit>, where it never stands (write \"@pages\")\n");
  EXPECT_EQ(Said("exhibits/exhibit[kimd='x']"), "the template looks for <kimd> in <exhibit>, where it never stands (write \"kind\")\n");
  EXPECT_EQ(Said("exhibits", "exhibits/exhibit"), "the template looks for <exhibits> in <exhibit>, where it never stands (<exhibits> stands in <dossier>)\n");
  EXPECT_EQ(Said("/case/title"), "the template looks for /case in the document, where it never stands (paths from the document on begin with /dossier)\n");
  EXPECT_EQ(Said("dates(title)"), "the template selects by \"dates(title)\", which cannot be used: there is no function dates() (write \"date()\")\n");
  EXPECT_NE(Said("exhibits/exhibit["), "");
  EXPECT_NE(Said(""), "");
}

TEST(CheckTemplateTest, GroupsAreGroupsOfWhatIsGoneThrough) {
  diagnostics::Sink sink;
  const auto loop = [](std::string inside) {
    return Element("for-each", {"select", "lists/list/entry"},
                   {Element("group", {"by", "field[@name='x']"}),
                    Element("for-each", {"select", "group()"}, {Element("value", {"select", std::move(inside)})})});
  };
  EXPECT_EQ(Check({loop("name")}, sink), "");
  EXPECT_EQ(Check({loop("label")}, sink), "D0917 the template looks for <label> in <entry>, where it never stands\n");
}

TEST(CheckTemplateTest, ThePlaceIsInsideTheAttribute) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::string text = "<document format='1' id=\"x\"><value select=\"exhibits/exhibt\"/></document>";
  const auto root = xml::Parse(sources, sources.Add("t.xml", text), sink);
  ASSERT_TRUE(root);
  (void)CheckTemplate(ReadTemplate(*root, sink), LoadStrings("en"), sink);
  ASSERT_EQ(sink.findings().size(), 1U);
  const Span place = sink.findings()[0].place.span;
  EXPECT_EQ(text.substr(place.begin, place.end - place.begin), "exhibt");
}

std::string FileText(const std::string& path) {
  std::ifstream file(std::string(DOSSIER_SOURCE_DIR) + "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Template Read(std::string text, diagnostics::Sink& sink) {
  diagnostics::Sources sources;
  const auto file = sources.Add("templates/t.xml", std::move(text));
  const auto root = xml::Parse(sources, file, sink);
  return root ? ReadTemplate(*root, sink) : Template();
}

TEST(ReadTemplateTest, IndentationGoesAndSpacesBetweenWordsStay) {
  diagnostics::Sink sink;
  const Template read = Read(
      "<document format=\"1\" id=\"x\">\n  <paragraph>by <value select=\"title\"/> and\n"
      "    more</paragraph>\n</document>\n",
      sink);
  EXPECT_EQ(resolve::Told(sink), "");
  EXPECT_EQ(read.id, "x");
  ASSERT_EQ(read.root.children.size(), 1U);
  const auto& words = read.root.children[0].children;
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].text, "by ");
  EXPECT_EQ(words[2].text, " and more");
  EXPECT_TRUE(words[1].span.known());
}

TEST(ReadTemplateTest, OtherRootsAndFormatsAreRefused) {
  diagnostics::Sink sink;
  (void)Read("<html/>", sink);
  (void)Read("<document format=\"2\"/>", sink);
  EXPECT_EQ(resolve::Told(sink),
            "D0910 the template cannot be used: its root is no <document>\n"
            "D0910 the template cannot be used: it is not of format 1\n");
}

/// Every template of the installation with every language that has words.
TEST(ShippedTemplatesTest, MakeADocumentInEveryLanguage) {
  const auto sample = MakeSample();
  for (const char* name : {"appeal-brief", "prisoner-list", "upr-submission", "annexed-report", "scorecard"}) {
    for (const char* language : {"en", "lt", "ru"}) {
      SCOPED_TRACE(std::string(name) + " " + language);
      diagnostics::Sink sink;
      const Strings strings = LoadStrings(language);
      const Template read = Read(FileText("templates/" + std::string(name) + ".xml"), sink);
      EXPECT_EQ(read.id, name);
      EXPECT_TRUE(CheckTemplate(read, strings, sink)) << resolve::Told(sink);
      const Document document = Compose(sample->resolved, sample->packs, read, strings, {.draft = true}, sink);
      int signatures = 0;
      for (const Block& block : document.blocks) signatures += std::holds_alternative<SignatureBlock>(block.value) ? 1 : 0;
      EXPECT_EQ(signatures, 1);
      for (const char* key : {"heading.", "title-page.", "column.", "field.", "count."}) {
        EXPECT_EQ(Dump(document).find(key), std::string::npos) << key;
      }
    }
  }
}

TEST(ShippedTemplatesTest, TheSchemaKnowsTheElementsThatTheProgramKnows) {
  const std::string schema = FileText("templates/schema/dossier-template.rng");
  std::set<std::string> in_schema;
  const std::string mark = "<element name=\"";
  for (std::size_t at = schema.find(mark); at != std::string::npos; at = schema.find(mark, at + 1)) {
    in_schema.insert(schema.substr(at + mark.size(), schema.find('"', at + mark.size()) - at - mark.size()));
  }
  std::set<std::string> known;
  for (const std::string_view name : TemplateElementNames()) known.emplace(name);
  EXPECT_EQ(in_schema, known);
}

TEST(AppealBriefTest, TheTemplateAsItStandsMakesABrief) {
  const std::string text = FileText("templates/appeal-brief.xml");
  const auto sample = MakeSample();
  for (const char* language : {"en", "lt", "ru"}) {
    diagnostics::Sink sink;
    const Template brief = Read(text, sink);
    EXPECT_EQ(brief.id, "appeal-brief");
    const Document document = Compose(sample->resolved, sample->packs, brief, LoadStrings(language),
                                      {.draft = true}, sink);
    EXPECT_EQ(resolve::Told(sink), "");
    int signatures = 0;
    int contents = 0;
    int sections = 0;
    for (const Block& block : document.blocks) {
      signatures += std::holds_alternative<SignatureBlock>(block.value) ? 1 : 0;
      contents += std::holds_alternative<Contents>(block.value) ? 1 : 0;
      const auto* heading = std::get_if<Heading>(&block.value);
      sections += heading != nullptr && heading->level == 1 ? 1 : 0;
    }
    EXPECT_EQ(signatures, 1);
    EXPECT_EQ(contents, 1);
    EXPECT_EQ(sections, 10);
    EXPECT_EQ(Dump(document).find("heading."), std::string::npos);
    EXPECT_EQ(Dump(document).find("title-page."), std::string::npos);
  }
}

}  // namespace
}  // namespace dossier::compose
