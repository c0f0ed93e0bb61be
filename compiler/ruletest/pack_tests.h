// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/evaluate/coverage.h"
#include "compiler/model/case.h"

/// The tests of a rule pack as their file states them (rules/README.md, "Tests of a pack").
namespace dossier::ruletest {

using model::Text;

/// A map of a file, in the order written.
template <typename T>
using Entries = std::vector<std::pair<Text, T>>;

/// One exhibit that a test files, with the way it is cited. What the test leaves out has harmless
/// values; `MakeCase` fills them in.
struct TestItem {
  Text uses;  // `exhibit: id`: one of the test's `exhibits`
  model::Exhibit exhibit;
  std::string translated_into;  // language; empty: no translation
  bool certified = false;
  std::vector<std::string> without;  // publisher, published: left empty, not filled in
  bool pinpoint = true;
  bool locked = true;
  std::vector<Text> for_persons;
  std::optional<model::NewElement> novelty;
  bool answered = false;  // of what stands against a criterion
  Span span;
};

/// What is filed for one criterion.
struct TestEvidence {
  std::vector<Text> for_subjects;  // empty: the subject of the test
  std::optional<int> revision;     // nothing: that of the pack
  std::string argument;            // words
  Entries<std::vector<TestItem>> needs;
  std::vector<TestItem> adverse;
  Entries<std::vector<TestItem>> limbs, defeaters;
};

struct TestPerson {
  Text id;
  model::PersonKind kind = model::PersonKind::kPerson;
  std::string group;
  bool applicant = false;
  bool submitter = false;
};

struct TestEntry {
  Text id;
  Text person;
  Entries<std::string> fields;
};

struct TestJudgement {
  Text criterion, gate;
};

/// What a test wants; what it does not name may be anything.
struct Expectation {
  std::optional<evaluate::Verdict> verdict;
  std::optional<std::vector<Text>> unmet;  // needs, in their order
  std::optional<Text> reached;
  Entries<evaluate::Verdict> verdicts;
  std::vector<Text> findings, no_findings;  // codes
  Entries<std::string> deadlines;           // last day, or `unknown`
  Span span;
};

/// One test, or one row of a table with what it takes from the test above it.
struct PackTest {
  std::string name;  // of a row "name (row 2)"
  Text criterion;
  Text subject;
  Entries<model::CaseDate> dates;
  std::string procedure = "asylum";
  std::vector<Text> pending;  // named dates
  Entries<std::string> facts;
  std::vector<Text> notified;
  Entries<Text> choices;
  std::string contradiction;  // empty, `unresolved` or `explained`
  std::vector<TestPerson> people;
  std::vector<Text> incidents, unsupported_facts;
  Entries<std::vector<TestEntry>> lists;
  std::vector<TestJudgement> judgements;
  Entries<TestItem> exhibits;
  Entries<TestEvidence> evidence;
  Expectation expect;
  Span span;
};

struct PackTests {
  Text pack;
  std::string path;  // as findings name the file
  std::vector<PackTest> tests;  // rows in place of their table
  Span span;
};

}  // namespace dossier::ruletest
