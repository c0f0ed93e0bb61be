// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/template.h"

#include <gtest/gtest.h>

#include <fstream>
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
                   Element("for-each", {"select", "applicants"},
                           {Element("paragraph", {"style", "small"},
                                    {Element("value", {"select", "item.role"})})})},
                  sink),
            "");
}

TEST(CheckTemplateTest, EachUnknownThingIsReportedAtItsPlace) {
  TemplateNode path = Element("value", {"select", "dossier.titel"});
  path.span = {.file = 3, .begin = 10, .end = 20};
  diagnostics::Sink sink;
  EXPECT_EQ(Check({Element("chronologie"), Element("paragraph", {"stile", "x"}, {path}),
                   Element("paragraph", {"style", "loud"}),
                   Element("section", {"title", "heading.nothing"}),
                   Element("value", {"select", "item.name"}), Element("for-each", {"select", "x"})},
                  sink),
            "D0910 the template cannot be used: there is no element <chronologie>\n"
            "D0910 the template cannot be used: <paragraph> has no attribute \"stile\"\n"
            "D0910 the template cannot be used: there is nothing at \"dossier.titel\"\n"
            "D0910 the template cannot be used: there is no style \"loud\"\n"
            "D0910 the template cannot be used: the strings have no word \"heading.nothing\"\n"
            "D0910 the template cannot be used: there is nothing at \"item.name\"\n"
            "D0910 the template cannot be used: there is nothing at \"x\"\n");
  EXPECT_EQ(sink.findings()[0].hint.Full(), "write <chronology>");
  EXPECT_EQ(sink.findings()[2].hint.Full(), "write \"dossier.title\"");
  EXPECT_EQ(sink.findings()[2].place.span, path.span);
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
      "<document format=\"1\" id=\"x\">\n  <paragraph>by <value select=\"dossier.title\"/> and\n"
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

TEST(AppealBriefTest, TheTemplateAsItStandsMakesABrief) {
  std::ifstream file(std::string(DOSSIER_SOURCE_DIR) + "/templates/appeal-brief.xml");
  std::stringstream text;
  text << file.rdbuf();
  const auto sample = MakeSample();
  for (const char* language : {"en", "lt"}) {
    diagnostics::Sink sink;
    const Template brief = Read(text.str(), sink);
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
