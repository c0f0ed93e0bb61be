// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/template.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace dossier::compose
