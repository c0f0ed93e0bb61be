// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/references.h"

#include <gtest/gtest.h>

#include "compiler/resolve/exhibits.h"
#include "tests/unit/resolve/case_builder.h"

namespace dossier::resolve {
namespace {

std::string Check(const model::Case& source, diagnostics::Sink& sink) {
  const std::vector<BoundExhibit> exhibits = BindExhibits(source, {}, nullptr, sink);
  Binder binder(source, exhibits, sink);
  CheckReferences(source, binder, sink);
  return Told(sink);
}

model::Person Person(Spans& spans, std::string id) {
  model::Person person;
  person.id = spans.Text(std::move(id));
  return person;
}

TEST(ReferencesTest, PersonsEverywhere) {
  Spans spans;
  model::Case source;
  source.people.push_back(Person(spans, "p-one"));
  source.header.applicants.push_back(spans.Text("p-one"));
  source.header.applicants.push_back(spans.Text("p-onn"));
  source.header.submitted_by.push_back(spans.Text("o-far-away"));
  source.exhibits.push_back(spans.Exhibit("e1"));
  source.exhibits[0].publisher = spans.Text("o-press");
  model::Event event;
  event.persons.push_back(spans.Text("p-two"));
  source.events.push_back(event);
  diagnostics::Sink sink;
  EXPECT_EQ(Check(source, sink),
            "D0206 there is no person or organisation \"p-onn\"\n"
            "D0206 there is no person or organisation \"o-far-away\"\n"
            "D0206 there is no person or organisation \"o-press\"\n"
            "D0206 there is no person or organisation \"p-two\"\n");
  EXPECT_EQ(sink.findings()[0].hint.Full(), "write \"p-one\", or add \"p-onn\" in people.yaml");
  EXPECT_EQ(sink.findings()[1].hint.Full(), "add \"o-far-away\" in people.yaml");
}

TEST(ReferencesTest, GroundsMayNameIncidentsFactsAndEntries) {
  Spans spans;
  model::Case source;
  model::Event search;
  search.id = spans.Text("search-1");
  search.incident = true;
  model::Event talk;
  talk.id = spans.Text("talk-1");
  source.events = {search, talk};
  source.facts.resize(1);
  source.facts[0].id = spans.Text("f1");
  source.facts[0].subject = spans.Text("search-1");
  source.lists.resize(1);
  source.lists[0].entries.resize(1);
  source.lists[0].entries[0].id = spans.Text("r1");
  source.lists[0].entries[0].person = spans.Text("p-gone");
  model::Ground ground;
  for (const char* id : {"search-1", "f1", "r1"}) ground.for_persons.push_back(spans.Text(id));
  source.grounds = {ground};
  diagnostics::Sink sink;
  EXPECT_EQ(Check(source, sink), "D0206 there is no person or organisation \"p-gone\"\n");
  source.lists[0].entries[0].person = {};
  source.grounds[0].for_persons = {spans.Text("talk-1"), spans.Text("serch-1")};
  diagnostics::Sink unknown;
  EXPECT_EQ(Check(source, unknown),
            "D0206 there is no person or organisation \"talk-1\"\n"
            "D0206 there is no person or organisation \"serch-1\"\n");
  EXPECT_EQ(unknown.findings()[0].hint.Full(),
            "it is an event: write \"incident: true\" at talk-1 in events.yaml");
  EXPECT_EQ(unknown.findings()[1].hint.Full(),
            "write \"search-1\", or add \"serch-1\" in people.yaml");
}

TEST(ReferencesTest, SubjectsOfTheAuthorsDecisions) {
  Spans spans;
  model::Case source;
  source.header.id = spans.Text("demo");
  source.author.choices.resize(2);
  source.author.choices[0].subject = spans.Text("demo");
  source.author.choices[1].subject = spans.Text("p-two");
  source.author.material.resize(1);
  source.author.material[0].subject = spans.Text("p-three");
  source.author.judgements.resize(1);
  source.author.judgements[0].subject = spans.Text("p-four");
  diagnostics::Sink sink;
  EXPECT_EQ(Check(source, sink),
            "D0206 there is no person or organisation \"p-two\"\n"
            "D0206 there is no person or organisation \"p-three\"\n"
            "D0206 there is no person or organisation \"p-four\"\n");
}

TEST(ReferencesTest, FilingsProceduresTranslationsArguments) {
  Spans spans;
  model::Case source;
  source.header.filings.push_back({.id = spans.Text("f1"), .date = {}, .supplements = "f0"});
  source.exhibits.push_back(spans.Exhibit("e1"));
  source.exhibits[0].submitted = spans.Text("f2");
  source.exhibits[0].translation = model::Translation{.of = spans.Text("e9"), .by = ""};
  model::AdverseDecision decision;
  decision.exhibit = spans.Text("e8");
  decision.procedure = spans.Text("first");
  source.decisions.push_back(decision);
  model::Ground ground;
  ground.argument = spans.Text("argument/torture.md");
  source.grounds.push_back(ground);
  diagnostics::Sink sink;
  EXPECT_EQ(Check(source, sink),
            "D0211 there is no filing \"f0\"\n"
            "D0211 there is no filing \"f2\"\n"
            "D0202 there is no exhibit \"e9\"\n"
            "D0215 there is no file \"argument/torture.md\"\n"
            "D0202 there is no exhibit \"e8\"\n"
            "D0211 there is no procedure \"first\"\n");
}

TEST(ReferencesTest, WhatIsThereIsNotReported) {
  Spans spans;
  model::Case source;
  source.header.id = spans.Text("case");
  source.people.push_back(Person(spans, "p-one"));
  source.header.applicants.push_back(spans.Text("p-one"));
  source.arguments.push_back({.path = "argument/a.md", .document = {}});
  model::Ground ground;
  ground.argument = spans.Text("argument/a.md");
  source.grounds.push_back(ground);
  model::Fact fact;
  fact.subject = spans.Text("case");
  source.facts.push_back(fact);
  diagnostics::Sink sink;
  EXPECT_EQ(Check(source, sink), "");
}

}  // namespace
}  // namespace dossier::resolve
