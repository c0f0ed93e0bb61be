// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/forum/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/diagnostics/sources.h"
#include "compiler/forum/words.h"
#include "compiler/markdown/parse.h"

namespace dossier::forum {
namespace {

using diagnostics::Level;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

markdown::Document Parsed(std::string text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("argument/a.md", std::move(text));
  markdown::Document document = markdown::Parse(sources, file, sink).value();
  EXPECT_TRUE(sink.findings().empty());
  return document;
}

TEST(CountWordsTest, AsTheyStandBetweenWhiteSpace) {
  EXPECT_EQ(CountWords("one two\n three\tfour\xC2\xA0"
                       "five"),
            5);
  EXPECT_EQ(CountWords("well-known 1,273 cases – and more"), 6);
  EXPECT_EQ(CountWords("arrests ."), 1);
  EXPECT_EQ(CountWords(""), 0);
  EXPECT_EQ(CountWords(" \n "), 0);
}

TEST(CountWordsTest, CitationsAndNotesAreCountedApart) {
  const WordCount count =
      CountWords(Parsed("# The law\n\nArrests *rose* in spring [@e02, p. 2].[^1]\n\n- first "
                        "point\n- second\n\n> quoted words here\n\n"
                        "[^1]: See also [@e03] there.\n"));
  EXPECT_EQ(count.body, 2 + 4 + 3 + 3);
  EXPECT_EQ(count.notes, 3 + 3 + 1);
}

struct World {
  World() {
    resolved.source = &source;
    source.header.id.value = "case";
    source.header.language.value = "en";
    source.header.template_name.value = "appeal-brief";
    source.header.submitted_by = {{"o-one", {}}};
    AddPerson("o-one", "watch", "First Watch");
    packs.emplace_back();
    packs.back().document_rules.emplace_back();
    rule().id = "demo.limits";
    rule().authority.instrument = "Guidelines of Examples";
  }

  model::DocumentRule& rule() { return packs.back().document_rules.front(); }
  void AddPerson(std::string_view id, std::string_view group, std::string_view name) {
    source.people.emplace_back();
    source.people.back().id.value = id;
    source.people.back().group = group;
    source.people.back().kind = model::PersonKind::kOrganisation;
    source.people.back().name.texts.emplace_back("en", name);
  }
  void AddExhibit(std::string_view id, std::string_view publisher) {
    resolved.bundle_order.push_back(source.exhibits.size());
    source.exhibits.emplace_back();
    source.exhibits.back().id.value = id;
    source.exhibits.back().publisher.value = publisher;
  }
  std::vector<std::string> Said(const DocumentForm& form = {}) {
    diagnostics::Sink sink;
    CheckDocument(resolved, packs, form, {}, sink);
    last = sink.findings();
    std::vector<std::string> said;
    for (const diagnostics::Finding& finding : last)
      said.push_back(std::string(Describe(finding.kind).code) + " " + finding.Message());
    return said;
  }

  model::Case source;
  resolve::ResolvedCase resolved;
  std::vector<model::RulePack> packs;
  std::vector<diagnostics::Finding> last;
};

TEST(DocumentTest, WordsOfTheParts) {
  World world;
  world.source.arguments.push_back({"argument/a.md", Parsed("One two three [@e01].\n")});
  world.source.arguments.push_back({"argument/b.md", Parsed("Four five.\n")});
  world.rule().max_words = 5;
  EXPECT_THAT(world.Said(), IsEmpty());
  world.rule().max_words = 4;
  EXPECT_THAT(
      world.Said(),
      ElementsAre("D0914 demo.limits: the document has 5 words (body), allowed are at most 4"));
  EXPECT_EQ(world.last[0].hint.Full(), "shorten the argument by 1 word");
  world.rule().max_words = 5;
  world.rule().counted = {model::DocumentRule::Part::kBody, model::DocumentRule::Part::kNotes};
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("6 words (body, notes)")));
  world.rule().counted = {model::DocumentRule::Part::kBody, model::DocumentRule::Part::kAnnexes};
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("D0915 demo.limits: the words of the annexes")));
  world.rule().counted.clear();
  world.rule().min_words = 6;
  world.rule().weight = model::Weight::kSupporting;
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("has 5 words (body), allowed are at least 6")));
  EXPECT_EQ(world.last[0].EffectiveLevel(), Level::kWarning);
}

TEST(DocumentTest, LengthCountsWhatTheRuleCounts) {
  World world;
  world.source.arguments.push_back({"argument/a.md", Parsed("One two three [@e01].\n")});
  const auto counted = [&] {
    std::vector<std::string> out;
    for (const Length::Part& part : MeasureLength(world.source, world.packs, {}).parts) {
      if (part.counted) out.push_back(part.id + " " + std::to_string(part.words));
    }
    return out;
  };
  EXPECT_THAT(counted(), ElementsAre("body 3"));
  EXPECT_FALSE(MeasureLength(world.source, world.packs, {}).limit);
  world.rule().max_words = 9;
  world.rule().counted = {model::DocumentRule::Part::kBody, model::DocumentRule::Part::kNotes};
  EXPECT_THAT(counted(), ElementsAre("body 3", "notes 1"));
  EXPECT_EQ(MeasureLength(world.source, world.packs, {}).limit, 9);
}

TEST(DocumentTest, FormIsThatOfTheTemplate) {
  World world;
  world.rule().paragraphs_numbered = true;
  world.rule().pages_numbered = true;
  world.rule().submitters = true;
  world.rule().formats = {"pdf", "docx"};
  world.rule().languages = {"en", "fr"};
  world.source.header.language.value = "en-GB";
  EXPECT_THAT(world.Said(), IsEmpty());
  world.rule().formats = {"docx"};
  world.source.header.language.value = "lt";
  EXPECT_THAT(world.Said({.paragraphs_numbered = false,
                          .pages_numbered = false,
                          .names_submitters = false,
                          .formats = {"pdf"}}),
              ElementsAre(HasSubstr("does not number the paragraphs"),
                          HasSubstr("does not number the pages"),
                          HasSubstr("handed in as docx, and the template appeal-brief makes pdf"),
                          HasSubstr("does not name those who submit it"),
                          HasSubstr("written in \"lt\"; the forum takes en or fr")));
  EXPECT_THAT(world.Said({.formats = {"pdf", "docx"}}), ElementsAre(HasSubstr("written in")));
  world.source.header.submitted_by.clear();
  EXPECT_THAT(world.Said()[1], HasSubstr("does not say who submits it"));
}

TEST(DocumentTest, AnnexesOfOthers) {
  World world;
  world.rule().own_annexes = true;
  world.AddPerson("o-sister", "watch", "Sister Watch");
  world.AddPerson("o-other", "", "Other Watch");
  world.AddExhibit("e01", "o-one");
  world.AddExhibit("e02", "o-sister");
  world.AddExhibit("e03", "");
  EXPECT_THAT(world.Said(), IsEmpty());
  world.AddExhibit("e04", "o-other");
  EXPECT_THAT(world.Said(),
              ElementsAre("D0915 demo.limits: work of other publishers would be annexed: e04"));
  EXPECT_THAT(world.last[0].exhibits, ElementsAre("e04"));
}

TEST(DocumentTest, AnOpenConditionAppliesAndIsSaid) {
  World world;
  world.rule().languages = {"fr"};
  world.rule().when.emplace();
  world.rule().when->name = "joint";
  world.rule().when->values = {"true"};
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("D0306"), HasSubstr("D0915")));
  world.source.facts.emplace_back();
  world.source.facts.back().id.value = "joint";
  world.source.facts.back().value = "false";
  EXPECT_THAT(world.Said(), IsEmpty());
}

TEST(DocumentTest, PagesOfTheBrief) {
  World world;
  world.rule().max_pages = 10;
  diagnostics::Sink sink;
  CheckPages(world.source, world.packs, 10, {}, sink);
  EXPECT_TRUE(sink.findings().empty());
  CheckPages(world.source, world.packs, 11, {}, sink);
  ASSERT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(sink.findings()[0].Message(),
            "demo.limits: the document has 11 pages, allowed are at most 10");
}

}  // namespace
}  // namespace dossier::forum
