// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/model_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "compiler/compose/model_schema.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

std::string Dump(const xml::Element& node) {
  if (node.is_text()) return node.text;
  std::string out = "<" + node.name;
  for (const auto& [name, value] : node.attributes) out += " " + name + "='" + value + "'";
  out += ">";
  for (const xml::Element& child : node.children) out += Dump(child);
  return out + "</" + node.name + ">";
}

/// The first element of that name, wherever it stands.
const xml::Element* Find(const xml::Element& node, std::string_view name) {
  if (node.name == name) return &node;
  for (const xml::Element& child : node.children) {
    if (const xml::Element* found = Find(child, name)) return found;
  }
  return nullptr;
}

std::string First(const xml::Element& node, std::string_view name) {
  const xml::Element* found = Find(node, name);
  return found == nullptr ? "" : Dump(*found);
}

/// Something for every element of the schema.
std::unique_ptr<Sample> MakeFullSample() {
  auto sample = MakeSample();
  model::Case& source = sample->source;
  source.header.print.letterhead = {Said("Invented Rights Group"), Said("1 Main Street")};
  source.people[3].about = Said("Founded in 1999.");
  source.people[3].contact = {"group@example.org"};
  source.people[1].portrait = sample->spans.Text("files/p1.png");
  source.exhibits[0].letter = model::Letter{.from = "o-md",
                                            .to = {"a", "the press"},
                                            .sent = On("2023-07-14"),
                                            .channel = "e-mail",
                                            .answers = sample->spans.Text("e3")};
  source.exhibits[0].section = "annex-1";
  source.sections.push_back({.id = sample->spans.Text("annex-1"), .label = "Annex 1", .title = Said("Letters")});
  source.exhibits[1].translation = model::Translation{.of = sample->spans.Text("e3"), .by = "T. Translator", .certified = true};
  source.exhibits[1].author = "A. Author";
  source.exhibits[1].archived = "https://example.org/archive";
  source.exhibits[1].files[0].label = "annex A";
  source.exhibits[1].event = source.exhibits[1].captured = source.exhibits[1].received = On("2022");
  source.exhibits[1].identifiers.push_back(sample->spans.Text("ECLI:CE:ECHR:2010:0101JUD000000101"));
  source.events[0].persons.push_back(sample->spans.Text("a"));
  source.events[0].quote = sample->spans.Text("refused");
  source.decisions[0].for_persons.push_back(sample->spans.Text("a"));
  source.decisions[0].assertions[0].quote = sample->spans.Text("nothing");
  source.decisions[0].assertions[0].answers[0].quote = sample->spans.Text("it did");
  source.header.procedures[0].hearing = source.header.procedures[0].final = source.header.procedures[0].removal = On("2023");
  source.header.procedures[0].decisions[0].final = On("2023");
  source.grounds[0].needs[0].second[0].for_persons.push_back(sample->spans.Text("a"));
  model::Fact fact;
  fact.id = sample->spans.Text("f");
  fact.value = "45";
  fact.says = Said("forty-five");
  fact.subject = sample->spans.Text("a");
  fact.quote = sample->spans.Text("45");
  fact.cites.push_back(sample->spans.Cite("e2 p. 1"));
  fact.notified.push_back({.to = sample->spans.Text("o-md"), .on = On("2023-01-02"), .cites = {}});
  source.facts.push_back(fact);
  model::FactList list;
  list.id = sample->spans.Text("l");
  list.title = Said("List");
  list.fields.emplace_back(sample->spans.Text("section"),
                           model::ListField{.title = Said("Section"),
                                            .values = {{sample->spans.Text("one"), Said("Part one")},
                                                       {sample->spans.Text("two"), Said("Part two")}}});
  list.entries.push_back({.id = sample->spans.Text("x1"),
                          .person = sample->spans.Text("p1"),
                          .fields = {{sample->spans.Text("section"), "two"}, {sample->spans.Text("months"), "60"}},
                          .cites = {sample->spans.Cite("e2 p. 2")}});
  source.lists.push_back(list);
  model::Figure figure;
  figure.id = sample->spans.Text("g");
  figure.title = Said("Prisoners");
  figure.series.push_back({.as_of = Date::Parse("2024"), .value = {.millionths = -1500000}, .cites = {}, .in = "", .span = {}});
  source.figures.push_back(figure);
  model::Claim claim;
  claim.id = sample->spans.Text("c");
  claim.says = Said("one is on the list");
  claim.cites.push_back(sample->spans.Cite("e2 p. 4"));
  source.claims.push_back(claim);
  sample->Resolve();
  return sample;
}

xml::Element ModelOf(const Sample& sample) {
  const Strings strings = LoadStrings("en");
  return ModelDocument(ContextOf(sample, strings), true,
                       LengthTotals{.parts = {{"body", 10, true}, {"notes", 2, false}}, .limit = 20});
}

/// Every element and attribute that stands somewhere in the tree, checked against the schema.
void Compare(const xml::Element& node, std::set<std::string>& seen) {
  if (node.is_text()) return;
  const ModelElement* known = FindModelElement(node.name);
  ASSERT_NE(known, nullptr) << node.name;
  seen.insert(node.name);
  for (const auto& [name, value] : node.attributes) {
    EXPECT_TRUE(known->HasAttribute(name)) << node.name << "/@" << name;
    seen.insert(node.name + "/@" + name);
  }
  std::size_t last = 0;
  for (const xml::Element& child : node.children) {
    if (child.is_text()) {
      EXPECT_TRUE(known->words) << node.name;
      continue;
    }
    const auto place = std::find_if(known->children.begin(), known->children.end(),
                                    [&](const ModelChild& allowed) { return allowed.name == child.name; });
    ASSERT_NE(place, known->children.end()) << node.name << "/" << child.name;
    EXPECT_GE(static_cast<std::size_t>(place - known->children.begin()), last)
        << child.name << " in " << node.name << " stands in another order than the schema says";
    last = static_cast<std::size_t>(place - known->children.begin());
    Compare(child, seen);
  }
}

TEST(ModelDocumentTest, HoldsWhatTheSchemaSaysAndNothingElse) {
  const auto sample = MakeFullSample();
  std::set<std::string> seen;
  const xml::Element root = ModelOf(*sample);
  EXPECT_EQ(root.name, ModelElements().front().name);
  Compare(root, seen);
  for (const ModelElement& element : ModelElements()) {
    EXPECT_EQ(seen.count(std::string(element.name)), 1U) << "nothing makes <" << element.name << ">";
    if (!element.words || element.attributes.size() == 1) {
      for (const auto& [name, about] : element.attributes) {
        if (name == "protected" || name == "group" || name == "supplements" || name == "submitted") continue;
        EXPECT_EQ(seen.count(std::string(element.name) + "/@" + std::string(name)), 1U)
            << element.name << "/@" << name;
      }
    }
  }
}

/// The opponent reads the filing: DESIGN section 7.
TEST(ModelDocumentTest, WhatSpeaksAgainstTheFilingHasNoElementAndDoesNotGetIn) {
  const auto sample = MakeFullSample();
  const std::string text = Dump(ModelOf(*sample));
  for (const char* secret :
       {"ADVERSE-ITEM", "UNANSWERED-ASSERTION", "WAIVER-REASON", "WAIVER-AUTHOR", "ACCEPTANCE-REASON",
        "ACCEPTANCE-AUTHOR", "EMPTY-NEED", "NEED-TEXT", "D0502"}) {
    EXPECT_EQ(text.find(secret), std::string::npos) << secret;
  }
  for (const ModelElement& element : ModelElements()) {
    for (const char* word : {"verdict", "gap", "waive", "accept", "contradict", "adverse", "covered", "finding", "explanation"}) {
      EXPECT_EQ(element.name.find(word), std::string_view::npos) << element.name;
      for (const auto& [name, about] : element.attributes) EXPECT_EQ(name.find(word), std::string_view::npos) << name;
    }
  }
}

TEST(ModelDocumentTest, DatesAndValuesStandInWordsBesideWhatTheyAreSortedBy) {
  const auto sample = MakeFullSample();
  const xml::Element root = ModelOf(*sample);
  EXPECT_EQ(First(root, "lodged"), "<lodged iso='2022-03-15' precision='day'>15\u00A0March 2022</lodged>");
  EXPECT_EQ(First(root, "captured"), "<captured iso='2022' precision='year'>2022</captured>");
  EXPECT_EQ(First(root, "field"),
            "<field name='section' value='two' title='Section' order='2'>Part two</field>");
  EXPECT_EQ(First(root, "value").substr(0, 19), "<value number='-1.5");
  EXPECT_EQ(First(root, "claim"),
            "<claim id='c'><says>one is on the list</says><cite exhibit='e2'>A-2, p.\u00A04</cite></claim>");
  EXPECT_EQ(First(root, "argument"),
            "<argument path='argument/1-risk.md' name='risk'><title>Risk on return</title></argument>");
}

TEST(ModelDocumentTest, ProtectedNamesAreReplacedBeforeTheyGetIn) {
  const auto sample = MakeFullSample();
  sample->source.people[0].protect = model::Protection::kPseudonym;
  sample->source.people[1].protect = model::Protection::kRedact;
  sample->source.people[1].about = Said("ABOUT-A-PROTECTED-PERSON");
  sample->source.header.title = Said("Brief for JONAS PAVYZDYS");
  sample->source.exhibits[0].letter->to = {"Jonas Pavyzdys"};
  sample->source.exhibits[2].url = "https://example.org/jonas-pavyzdys";
  const std::string text = Dump(ModelOf(*sample));
  for (const char* name : {"Pavyzdys", "PAVYZDYS", "pavyzdys", "Павыздис", "Үлгіұлы", "p1.png", "ABOUT-A"}) {
    EXPECT_EQ(text.find(name), std::string::npos) << name;
  }
  EXPECT_NE(text.find("<title>Brief for Person A</title>"), std::string::npos);
  EXPECT_NE(text.find("protected='yes'"), std::string::npos);
}

TEST(ModelSchemaTest, EveryElementThatIsHeldIsDescribedOnce) {
  std::set<std::string_view> names;
  for (const ModelElement& element : ModelElements()) EXPECT_TRUE(names.insert(element.name).second) << element.name;
  for (const ModelElement& element : ModelElements()) {
    EXPECT_FALSE(element.about.empty());
    for (const ModelChild& child : element.children) EXPECT_EQ(names.count(child.name), 1U) << child.name;
  }
  const std::string text = DescribeModel();
  EXPECT_NE(text.find("<exhibit>"), std::string::npos);
  EXPECT_NE(text.find("@iso"), std::string::npos);
}

}  // namespace
}  // namespace dossier::compose
