// SPDX-License-Identifier: GPL-3.0-or-later
//
// What rules read of a case: facts, lists, claims about numbers, decisions of the author, where an
// exhibit comes from, what is new.
#include <gtest/gtest.h>

#include "compiler/load/load_case.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

struct Loaded {
  std::optional<model::Case> content;
  std::string findings;
};

Loaded Load(const std::string& path, const std::string& text) {
  MemoryFiles files({{"dossier.yaml", "format: 1\nid: a\ntitle: T\nlanguage: en\ntemplate: t\n"}});
  files.Add(path, text);
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  Loaded loaded;
  loaded.content = LoadCase(files, sources, sink);
  loaded.findings = Lines(sources, sink);
  return loaded;
}

model::Case Read(const std::string& path, const std::string& text) {
  Loaded loaded = Load(path, text);
  EXPECT_EQ(loaded.findings, "") << text;
  return loaded.content ? std::move(*loaded.content) : model::Case();
}

void ExpectRefused(const std::string& path, const std::string& text, const std::string& finding) {
  const Loaded loaded = Load(path, text);
  EXPECT_FALSE(loaded.content) << text;
  EXPECT_EQ(loaded.findings, path + ":" + finding + "\n") << text;
}

/// A claim whose left side is given.
std::string Claim(const std::string& left) {
  return "format: 1\nclaims:\n- id: c1\n  left: " + left + "\n  is: equal\n  right: {number: 20}\n";
}

TEST(LoadFacts, WhatIsSaidOfAFact) {
  const model::Case content = Read(
      "facts.yaml",
      "format: 1\nfacts:\n- {id: f1, value: \"true\", says: {en: W}, material: true, unsupported: "
      "true, notified: [{to: m, on: 2024-03-01, cites: [e50 p. 1]}]}\n");
  ASSERT_EQ(content.facts.size(), 1U);
  EXPECT_TRUE(content.facts[0].material && content.facts[0].unsupported);
  EXPECT_EQ(content.facts[0].says.In("en"), "W");
  EXPECT_EQ(content.facts[0].notified.at(0).to.value, "m");
  EXPECT_EQ(content.facts[0].notified[0].on.date->ToString(), "2024-03-01");
  ExpectRefused("facts.yaml", "format: 1\nfacts: [{id: f, value: v, notified: [{to: m}]}]\n",
                "2:39 D0102 the key \"on\" is missing");
}

TEST(LoadFacts, Lists) {
  const model::Case content =
      Read("facts.yaml",
           "format: 1\nlists:\n- id: recommendations\n  title: T\n  entries:\n  - {id: r1, person: "
           "p, cites: [e1], fields: {result: not-fulfilled, addressee: kz}}\n  - {id: r2}\n");
  ASSERT_EQ(content.lists.size(), 1U);
  ASSERT_EQ(content.lists[0].entries.size(), 2U);
  EXPECT_EQ(content.lists[0].entries[0].person.value, "p");
  EXPECT_EQ(content.lists[0].entries[0].fields.at(1).first.value, "addressee");
  EXPECT_EQ(content.lists[0].entries[0].fields.at(1).second, "kz");
  ExpectRefused("facts.yaml", "format: 1\nlists: [{id: l, entries: [{id: a}, {id: a}]}]\n",
                "2:41 D0109 the id \"a\" is used twice");
  ExpectRefused("facts.yaml", "format: 1\nlists: [{id: l, entries: []}, {id: l, entries: []}]\n",
                "2:36 D0109 the id \"l\" is used twice");
}

TEST(LoadFacts, ClaimsAreBuiltOfOperands) {
  const model::Case content = Read(
      "facts.yaml",
      Claim("{sum: [{count: {list: l, where: {result: [partial, none], addressee: kz}}}, {total: "
            "{list: l, field: years}}, {difference: [{figure: f, as_of: 2024-10}, {fact: a}]}, "
            "{product: [{number: -0.5}, {number: 3}]}]}"));
  ASSERT_EQ(content.claims.size(), 1U);
  using Kind = model::Operand::Kind;
  const model::Operand& left = content.claims[0].left;
  EXPECT_EQ(left.kind, Kind::kSum);
  ASSERT_EQ(left.parts.size(), 4U);
  EXPECT_EQ(left.parts[0].kind, Kind::kCount);
  EXPECT_EQ(left.parts[0].name.value, "l");
  EXPECT_EQ(left.parts[0].filter.where.at(0).second.at(1), "none");
  EXPECT_EQ(left.parts[0].filter.where.at(1).first.value, "addressee");
  EXPECT_EQ(left.parts[1].field.value, "years");
  EXPECT_EQ(left.parts[2].parts.at(0).as_of->ToString(), "2024-10");
  EXPECT_EQ(left.parts[2].parts.at(1).kind, Kind::kFact);
  EXPECT_EQ(left.parts[3].kind, Kind::kProduct);
  EXPECT_EQ(left.parts[3].parts.at(0).number.millionths, -500000);
  EXPECT_EQ(content.claims[0].right.number.millionths, 20000000);
}

TEST(LoadFacts, OperandsThatMeanNothing) {
  const auto refused = [](const std::string& left, const std::string& finding) {
    ExpectRefused("facts.yaml", Claim(left), "4:" + finding);
  };
  const std::string forms = "number, count, total, sum, difference, product, figure, fact";
  refused("{}", "9 D0103 \"operand\" wants one of " + forms + ", this is none of them");
  refused("{number: 3, fact: a}",
          "10 D0103 \"operand\" wants one of " + forms + ", this is several of them");
  refused("{difference: [{number: 3}]}",
          "22 D0103 \"difference\" wants a list of two numbers, this is a list");
  refused("{product: [{number: 3}, {number: 3}, {number: 3}]}",
          "19 D0103 \"product\" wants a list of two numbers, this is a list");
  refused("{sum: []}", "15 D0110 \"sum\" has no value | write something into the brackets, or "
                       "delete the key");
  refused("{number: 3, as_of: 2024}",
          "21 D0103 \"as_of\" wants to stand beside \"figure\", this is beside something else");
  refused("{total: {list: l}}", "18 D0102 the key \"field\" is missing");
  refused("{figure: f, as_of: 2024-02-30}",
          "28 D0106 \"2024-02-30\" is not a date that exists | this month has 29 days");
}

TEST(LoadFacts, NumbersAreExact) {
  const auto millionths = [](const std::string& number) {
    const model::Case content = Read("facts.yaml", Claim("{number: " + number + "}"));
    return content.claims.empty() ? -1 : content.claims[0].left.number.millionths;
  };
  EXPECT_EQ(millionths("0"), 0);
  EXPECT_EQ(millionths("3.5"), 3500000);
  EXPECT_EQ(millionths("0.000001"), 1);
  EXPECT_EQ(millionths("-12.125"), -12125000);
  EXPECT_EQ(millionths("9223372036854.775807"), 9223372036854775807);
  for (const char* wrong : {"0.0000001", "9223372036854.775808", "1e3", "+1", "01", ".5", "5.", "1,5",
                            "1 000", "-", "\"3\"", "0x10", "99999999999999999999", "--1"}) {
    const Loaded loaded = Load("facts.yaml", Claim("{number: " + std::string(wrong) + "}"));
    EXPECT_FALSE(loaded.content) << wrong;
    if (std::string_view(wrong) == "1,5") continue;  // two entries of a map
    EXPECT_TRUE(loaded.findings.starts_with(
        "facts.yaml:4:18 D0103 \"number\" wants a number with at most six decimal places"))
        << wrong << " " << loaded.findings;
  }
}

TEST(LoadFacts, OperandsAsDeepAsYamlIsRead) {
  const auto nested = [](int depth) {
    std::string text = "{number: 1}";
    for (int i = 0; i < depth; ++i) text = "{sum: [" + text + "]}";
    return Claim(text);
  };
  EXPECT_EQ(Load("facts.yaml", nested(29)).findings, "");
  EXPECT_NE(Load("facts.yaml", nested(40)).findings.find("D0011"), std::string::npos);
}

TEST(LoadFacts, FiguresAndIndexes) {
  const model::Case content = Read(
      "facts.yaml",
      "format: 1\nfigures:\n- id: f\n  title: T\n  series: [{as_of: 2024-10, value: 45, cites: "
      "[e1]}]\n  used: [{value: 45, as_of: 2024-10, in: argument/a.md}]\n"
      "indexes:\n- {id: i, product: P, edition: \"2024\", value: 142, of: 180, cites: [e33]}\n");
  ASSERT_EQ(content.figures.size(), 1U);
  EXPECT_EQ(content.figures[0].series.at(0).value.millionths, 45000000);
  EXPECT_EQ(content.figures[0].used.at(0).in, "argument/a.md");
  EXPECT_EQ(content.indexes.at(0).edition, "2024");
  EXPECT_EQ(content.indexes[0].of->millionths, 180000000);
  ExpectRefused("facts.yaml",
                "format: 1\nfigures: [{id: f, series: [{as_of: 2024, value: 1}], used: [{value: "
                "1}]}]\n",
                "2:62 D0102 the key \"as_of\" is missing");
  ExpectRefused("facts.yaml", "format: 1\nfigures: [{id: f, series: []}]\n",
                "2:27 D0110 \"series\" has no value | write something into the brackets, or delete "
                "the key");
  ExpectRefused("facts.yaml",
                "format: 1\nindexes: [{id: i, product: P, edition: E, value: a}]\n",
                "2:50 D0103 \"value\" wants a number with at most six decimal places, this is a "
                "word");
}

TEST(LoadAuthor, DecisionsOfAPerson) {
  const model::Case content = Read(
      "author.yaml",
      "format: 1\n"
      "choice_of_law: [{choice: eu.substance, option: old, subject: p, by: A, date: 2024-10-01, "
      "reason: {en: R}}]\n"
      "material: [{id: m1, says: W, between: [e1 p. 1, e2 p. 2], essential: true, by: A, date: "
      "2024-10-01, reason: R}]\n"
      "explanations: [{of: m1, by: A, date: 2024-10-01, reason: R, cites: [e9]}]\n"
      "judgements: [{criterion: q.1, gate: g, subject: p, by: A, date: 2024-10-01, reason: R}]\n");
  EXPECT_EQ(content.author.choices.at(0).option.value, "old");
  EXPECT_EQ(content.author.choices[0].reason.In("en"), "R");
  EXPECT_TRUE(content.author.material.at(0).essential);
  EXPECT_EQ(content.author.material[0].between.at(1).text, "e2 p. 2");
  EXPECT_EQ(content.author.explanations.at(0).of.value, "m1");
  EXPECT_EQ(content.author.judgements.at(0).gate.value, "g");
  const std::string mark = "{id: m, between: [e1], by: A, date: 2024, reason: R}";
  ExpectRefused("author.yaml", "format: 1\nmaterial: [" + mark + ", " + mark + "]\n",
                "2:71 D0109 the id \"m\" is used twice");
  ExpectRefused("author.yaml", "format: 1\nexplanations: [{of: m, by: A, date: 2024}]\n",
                "2:17 D0102 the key \"reason\" is missing");
  ExpectRefused("author.yaml",
                "format: 1\nmaterial: [{id: m, between: [], by: A, date: 2024, reason: R}]\n",
                "2:29 D0110 \"between\" has no value | write something into the brackets, or delete "
                "the key");
}

TEST(LoadAuthor, AChoiceIsMadeOnceForEachSubject) {
  const auto choices = [](const std::string& first, const std::string& second) {
    const auto one = [](const std::string& subject) {
      return "\n- {choice: c, option: o, by: A, date: 2024, reason: R" + subject + "}";
    };
    return "format: 1\nchoice_of_law:" + one(first) + one(second) + "\n";
  };
  EXPECT_EQ(Read("author.yaml", choices("", ", subject: p")).author.choices.size(), 2U);
  ExpectRefused("author.yaml", choices(", subject: p", ", subject: p"),
                "4:12 D0109 the id \"c\" is used twice | keep one decision for each subject");
}

TEST(LoadExhibits, WhereAnExhibitComesFrom) {
  const model::Case content = Read(
      "exhibits.yaml",
      "format: 1\nexhibits:\n- {id: e1, title: T, kind: index, scope: country, language: en, author: "
      "A, index: {product: P, edition: \"2024\", of: 180}, latest_edition: 2024-10-01, capture: {by: "
      "B, tool: X, html: true, screenshot: true}, custody: [{at: 2024-09-30T10:12:00Z, by: B, "
      "action: captured}]}\n");
  ASSERT_EQ(content.exhibits.size(), 1U);
  const model::Exhibit& exhibit = content.exhibits[0];
  EXPECT_EQ(exhibit.author, "A");
  EXPECT_EQ(exhibit.index->of->millionths, 180000000);
  EXPECT_EQ(exhibit.latest_edition.date->ToString(), "2024-10-01");
  EXPECT_TRUE(exhibit.capture->html && exhibit.capture->screenshot);
  EXPECT_EQ(exhibit.custody.at(0).action, "captured");
}

TEST(LoadGrounds, WhatIsNew) {
  const model::Case content = Read(
      "grounds.yaml",
      "format: 1\ngrounds:\n- criterion: c\n  needs:\n    n:\n    - {cite: e1, new: {arose: "
      "2024-05, known: 2024-06, presented_before: true, why_not_earlier: W, raises: [c.1, c.2], how: "
      "H}}\n");
  const auto& item = content.grounds.at(0).needs.at(0).second.at(0);
  ASSERT_TRUE(item.novelty);
  EXPECT_EQ(item.novelty->arose.date->ToString(), "2024-05");
  EXPECT_TRUE(item.novelty->presented_before);
  EXPECT_EQ(item.novelty->raises.at(1).value, "c.2");
  EXPECT_EQ(item.novelty->how.In("en"), "H");
}

TEST(LoadEvents, Incidents) {
  const model::Case content =
      Read("events.yaml",
           "format: 1\nevents: [{id: s, date: 2024, text: T, incident: true}, {id: t, date: 2024, "
           "text: T}]\n");
  ASSERT_EQ(content.events.size(), 2U);
  EXPECT_TRUE(content.events[0].incident);
  EXPECT_FALSE(content.events[1].incident);
}

}  // namespace
}  // namespace dossier::load
