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
