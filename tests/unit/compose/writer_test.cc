// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/writer.h"

#include <gtest/gtest.h>

#include <utility>

#include "compiler/compose/compose.h"
#include "compiler/compose/pictures.h"
#include "compiler/compose/read_template.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/xml/parse.h"
#include "tests/unit/compose/dump.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

/// A list of four things in two groups.
std::unique_ptr<Sample> MakeListed() {
  auto sample = MakeSample();
  model::FactList list;
  list.id = sample->spans.Text("things");
  list.fields.emplace_back(sample->spans.Text("group"),
                           model::ListField{.title = Said("Group"),
                                            .values = {{sample->spans.Text("late"), Said("The late")},
                                                       {sample->spans.Text("early"), Said("The early")}}});
  const auto add = [&](const char* id, const char* name, const char* group, const char* number) {
    list.entries.push_back({.id = sample->spans.Text(id),
                            .person = sample->spans.Text("p1"),
                            .fields = {{sample->spans.Text("name"), name}, {sample->spans.Text("group"), group}, {sample->spans.Text("number"), number}},
                            .cites = {sample->spans.Cite("e2 p. 1")}});
  };
  add("t1", "žuvis", "early", "10");
  add("t2", "zebras", "late", "9");
  add("t3", "ąsotis", "early", "1000");
  add("t4", "obuolys", "late", "x");
  sample->source.lists.push_back(std::move(list));
  sample->source.exhibits[0].letter = model::Letter{.from = "a", .to = {"o-md"}, .sent = On("2024-02-01"), .channel = "post", .answers = {}};
  sample->Resolve();
  return sample;
}

/// What the template makes of the listed sample, without running heads.
std::string Made(const std::string& content, diagnostics::Sink& sink, const char* language = "lt",
                 const std::string& settings = "") {
  const auto sample = MakeListed();
  diagnostics::Sources sources;
  const std::string text = "<document format=\"1\" id=\"t\" " + settings + ">" + content + "</document>";
  const auto root = xml::Parse(sources, sources.Add("t.xml", text), sink);
  if (!root) return "no XML";
  const Template read = ReadTemplate(*root, sink);
  return Dump(Compose(sample->resolved, sample->packs, read, LoadStrings(language), {}, sink).blocks);
}

std::string Made(const std::string& content, const char* language = "lt", const std::string& settings = "") {
  diagnostics::Sink sink;
  const std::string made = Made(content, sink, language, settings);
  EXPECT_EQ(resolve::Told(sink), "") << content;
  return made;
}

std::string Names(const std::string& sorts) {
  return Made("<paragraph><for-each select=\"lists/list/entry\" between=\" \">" + sorts + "<value select=\"field[@name='name']\"/></for-each></paragraph>");
}

TEST(ForEachTest, SortsByTheOrderOfTheLanguageByNumbersAndByCode) {
  EXPECT_EQ(Names(""), "žuvis zebras ąsotis obuolys\n");
  EXPECT_EQ(Names("<sort select=\"field[@name='name']\"/>"), "ąsotis obuolys zebras žuvis\n");
  EXPECT_EQ(Names("<sort select=\"field[@name='name']\" order=\"descending\"/>"), "žuvis zebras obuolys ąsotis\n");
  EXPECT_EQ(Names("<sort select=\"field[@name='number']\" data=\"number\"/>"), "zebras žuvis ąsotis obuolys\n");
  EXPECT_EQ(Names("<sort select=\"@id\" data=\"code\" order=\"descending\"/>"), "obuolys ąsotis zebras žuvis\n");
  EXPECT_EQ(Names("<sort select=\"field[@name='group']/@order\" data=\"number\"/><sort select=\"field[@name='name']\"/>"), "obuolys zebras ąsotis žuvis\n");
}

TEST(ForEachTest, GroupsHaveAKeyAndTheirThings) {
  EXPECT_EQ(Made("<for-each select=\"lists/list/entry\"><sort select=\"field[@name='group']/@order\" data=\"number\"/><group by=\"field[@name='group']\"/>"
                 "<paragraph><value select=\"concat(position(), '/', last(), ' ', key(), ' ', count(group()))\"/>: "
                 "<for-each select=\"group()\" between=\", \"><value select=\"@id\"/></for-each></paragraph></for-each>"),
            "1/2 The late 2: t2, t4\n2/2 The early 2: t1, t3\n");
}

TEST(ForEachTest, WhatIsRequiredAndNotThereIsAFinding) {
  diagnostics::Sink sink;
  (void)Made("<paragraph><value select=\"figures/figure/title\" required=\"yes\"/></paragraph>", sink);
  EXPECT_EQ(resolve::Told(sink), "D0918 the template requires something at \"figures/figure/title\", and this case has nothing there\n");
}

TEST(ValueTest, FunctionsSpeakTheLanguage) {
  EXPECT_EQ(Made("<paragraph><value select=\"date('2023-03-14')\"/>; <value select=\"date('soon')\"/></paragraph>"), "2023 m. kovo 14 d.; soon\n");
  EXPECT_EQ(Made("<paragraph><value select=\"format(12345)\"/>; <value select=\"format('abc')\"/></paragraph>", "en"), "12,345; abc\n");
  EXPECT_EQ(Made("<paragraph><value select=\"plural(count(lists/list/entry), 'count.documents')\"/></paragraph>", "ru"), "4 документа\n");
  EXPECT_EQ(Made("<paragraph><value select=\"word('outcome', 'refused')\"/>, <value select=\"word('outcome', 'other')\"/></paragraph>", "en"), "refused, other\n");
  EXPECT_EQ(Made("<paragraph><value select=\"quoted(sentence('words'))\"/></paragraph>"), "„Words“\n");
  EXPECT_EQ(Made("<paragraph><word key=\"signature.date\" select=\"date('2023')\"/></paragraph>", "en"), "Date: 2023\n");
}

TEST(ReferenceTest, CitationsLabelsAndPagesAreLinks) {
  EXPECT_EQ(Made("<paragraph><cite select=\"lists/list/entry[@id='t1']/cite\"/></paragraph>", "en"),
            "[A-2, p. 1](exhibit.e2.1), bundle p. [{exhibit.e2.1}](exhibit.e2.1)\n");
  EXPECT_EQ(Made("<paragraph><label select=\"exhibits/exhibit[@kind='judgment']\"/> <pages select=\"exhibits/exhibit[1]\"/> <pages select=\"exhibits/exhibit[4]/@id\"/></paragraph>", "en"),
            "[A-4](list.e4) [{exhibit.e1.1}](exhibit.e1.1)–[{exhibit.e1.6}](exhibit.e1.6) –\n");
}

TEST(ReferenceTest, PagesOfSeveralExhibitsAreOneList) {
  const std::string made = Made("<paragraph><pages select=\"exhibits/exhibit\"/></paragraph>", "en");
  EXPECT_EQ(made.find("{exhibit.e1.1 exhibit.e1.2"), 0U) << made;
  EXPECT_NE(made.find("exhibit.e1.6 exhibit.e2.1"), std::string::npos) << made;
  EXPECT_EQ(Made("<paragraph><pages select=\"exhibits/exhibit[@id='e4' or @id='e5']\"/></paragraph>", "en"), "–\n");
}

TEST(ReferenceTest, AnIndexFindsWhatWasMarkedBeforeAndAfterIt) {
  const std::string made = Made("<paragraph><mark select=\"'p1'\"/></paragraph>"
                                "<paragraph>x<mark select=\"people/person[1]/@id\"/></paragraph>"
                                "<paragraph><pages-of select=\"people/person[1]/@id\"/> <pages-of select=\"people/person[2]/@id\"/></paragraph>"
                                "<paragraph>y<mark select=\"people/person[1]/@id\"/></paragraph>");
  EXPECT_NE(made.find("mark.a.1"), std::string::npos) << made;
  EXPECT_NE(made.find("mark.a.2"), std::string::npos) << made;
  EXPECT_NE(made.find("–"), std::string::npos) << made;
}

TEST(TableTest, RowsAndCellsGoThroughLoopsAndConditions) {
  EXPECT_EQ(Made("<table widths=\"1 2\"><head><cell>A</cell><cell>B</cell></head>"
                 "<for-each select=\"lists/list/entry[position() &lt; 3]\"><row><cell><value select=\"@id\"/></cell>"
                 "<if test=\"@id='t1'\"><cell><paragraph>one</paragraph><paragraph>two</paragraph></cell></if>"
                 "<if test=\"@id!='t1'\"><cell>words</cell></if></row></for-each></table>"),
            "‖ A ‖ B\n| t1 | one/two\n| t2 | words\n");
  EXPECT_EQ(Made("<table widths=\"1\"><head><cell>A</cell></head><for-each select=\"figures/figure\"><row><cell>x</cell></row></for-each></table>"), "");
}

TEST(SectionTest, HeadingsMayBeComputedAndParagraphsNumberedBySection) {
  const std::string made =
      Made("<section title=\"heading.notes\"><heading><value select=\"'Computed'\"/></heading><paragraph style=\"numbered\">one</paragraph>"
           "<section title=\"heading.sources\" level=\"2\"><paragraph style=\"numbered\">two</paragraph></section></section>"
           "<section title=\"heading.notes\" numbered=\"no\"><paragraph style=\"numbered\">three</paragraph></section>"
           "<section title=\"heading.index\"><paragraph style=\"numbered\">four</paragraph></section>",
           "en", "paragraphs=\"by-section\"");
  EXPECT_EQ(made, "# 1 Computed\n1.1. one\n## Sources\n1.2. two\n# Notes\n1.3. three\n# 2 Index of names\n2.1. four\n");
}

TEST(BarTest, ABarIsAPictureOfAPartOfAWhole) {
  const auto bar = BarImage(18, 20);
  ASSERT_TRUE(bar);
  EXPECT_EQ(bar->alternative, "18 / 20");
  EXPECT_EQ(bar->rgb->size(), static_cast<std::size_t>(bar->width) * static_cast<std::size_t>(bar->height));
  const std::string row = bar->rgb->substr(0, static_cast<std::size_t>(bar->width));
  EXPECT_EQ(row.find_first_not_of(row[0]), row.size() * 18 / 20);
  EXPECT_FALSE(BarImage(1, 0));
  EXPECT_FALSE(BarImage(3, 2));
  EXPECT_FALSE(BarImage(-1, 2));
}

}  // namespace
}  // namespace dossier::compose
