// SPDX-License-Identifier: GPL-3.0-or-later
//
// rules/schemas says the same as the decoders: each record is given a key that nobody knows, and
// the answer of the decoder (the keys that it knows and those that are missing) is compared with
// the schema; each closed set is given a word that it does not have.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "compiler/json/parse.h"
#include "compiler/load/citation_style.h"
#include "compiler/load/load_case.h"
#include "compiler/load/load_pack.h"
#include "compiler/load/lock.h"
#include "compiler/yaml/parse.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

using Words = std::set<std::string>;

json::Value Schema(const std::string& name) {
  std::ifstream file(std::string(DOSSIER_SOURCE_DIR) + "/rules/schemas/" + name + ".schema.json");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const Result<json::Value> schema = json::Parse(text);
  EXPECT_TRUE(schema.ok()) << name;
  return schema.ok() ? *schema : json::Object();
}

/// The definition of that name, or the schema itself for an empty one.
json::Value Definition(const std::string& schema, const std::string& name) {
  const json::Value whole = Schema(schema);
  if (name.empty()) return whole;
  const json::Value* definitions = whole.Find("definitions");
  const json::Value* found = definitions == nullptr ? nullptr : definitions->Find(name);
  EXPECT_NE(found, nullptr) << schema << " " << name;
  return found == nullptr ? json::Object() : *found;
}

Words Keys(const json::Value* object) {
  Words keys;
  if (object == nullptr || object->object() == nullptr) return keys;
  for (const auto& [key, value] : *object->object()) keys.insert(key);
  return keys;
}

Words Texts(const json::Value* array) {
  Words texts;
  if (array == nullptr || array->array() == nullptr) return texts;
  for (const json::Value& item : *array->array()) texts.insert(*item.string());
  return texts;
}

Words Listed(const std::string& hint) {
  Words words;
  const std::size_t start = hint.find(' ', hint.find(' ') + (hint.starts_with("one of") ? 1 : 0));
  std::string rest = hint.starts_with("write ") ? hint.substr(6) : hint.substr(start + 1);
  while (!rest.empty()) {
    const std::size_t comma = rest.find(", ");
    words.insert(rest.substr(0, comma));
    rest = comma == std::string::npos ? "" : rest.substr(comma + 2);
  }
  return words;
}

/// The findings about a file, those on its last line only.
std::vector<diagnostics::Finding> Probe(const std::string& schema, const std::string& text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  if (schema == "pack") {
    (void)LoadPack(MemoryFiles({{"x/y.yaml", text}}), {"x/y", {}}, sources, sink);
  } else if (schema == "lock") {
    (void)LoadLock(MemoryFiles({{"dossier.lock", text}}), sources, sink);
  } else if (schema == "calendar") {
    (void)LoadCalendar(MemoryFiles({{"calendars/y.yaml", text}}), {"y", {}}, sources, sink);
  } else if (schema == "citation-style") {
    const auto root = yaml::Parse(sources, sources.Add("style.yaml", text), sink);
    if (root) (void)DecodeCitationStyle(*root, sink);
  } else {
    MemoryFiles files({{"dossier.yaml", "format: 1\n"}});
    files.Add(schema + ".yaml", text);
    (void)LoadCase(files, sources, sink);
  }
  const std::size_t last_line = text.rfind('\n') + 1;
  std::vector<diagnostics::Finding> findings;
  for (const diagnostics::Finding& finding : sink.findings()) {
    const Span span = finding.place.span;
    if (span.known() && sources.TextOf(span.file) == text && span.begin >= last_line) {
      findings.push_back(finding);
    }
  }
  return findings;
}

/// `before` leads to the record, which stands on the last line.
void CheckRecord(const std::string& schema, const std::string& definition,
                 const std::string& before, const Words& needed_otherwise = {}) {
  SCOPED_TRACE(schema + " " + definition);
  Words known;
  Words required;
  for (const auto& finding : Probe(schema, "format: 1\n" + before + "{zzzzzzzzzzzzzzzzzzzzz: 1}")) {
    if (finding.kind == diagnostics::Kind::kUnknownKey) known = Listed(finding.hint.Full());
    if (finding.kind == diagnostics::Kind::kMissingKey) required.insert(finding.args.at(0).text());
    if (finding.kind == diagnostics::Kind::kRuleWithoutAuthority) required.insert("authority");
  }
  for (const std::string& key : needed_otherwise) required.erase(key);
  const json::Value record = Definition(schema, definition);
  EXPECT_EQ(Keys(record.Find("properties")), known);
  EXPECT_EQ(Texts(record.Find("required")), required);
}

void CheckFile(const std::string& schema) {
  SCOPED_TRACE(schema);
  Words known;
  Words required = {"format"};
  for (const auto& finding : Probe(schema, "zzzzzzzzzzzzzzzzzzz: 1")) {
    if (finding.kind == diagnostics::Kind::kUnknownKey) known = Listed(finding.hint.Full());
    if (finding.kind == diagnostics::Kind::kMissingKey) required.insert(finding.args.at(0).text());
  }
  EXPECT_EQ(Keys(Schema(schema).Find("properties")), known);
  EXPECT_EQ(Texts(Schema(schema).Find("required")), required);
}

/// `values` is the `enum` of the schema.
void CheckWords(const json::Value* values, const std::string& schema, const std::string& text) {
  SCOPED_TRACE(text);
  Words known;
  for (const auto& finding : Probe(schema, "format: 1\n" + text)) {
    if (finding.kind == diagnostics::Kind::kUnknownValue) known = Listed(finding.hint.Full());
  }
  ASSERT_NE(values, nullptr);
  EXPECT_EQ(Texts(values->Find("enum")), known);
}

void CheckProperty(const std::string& schema, const std::string& definition, const std::string& key,
                   const std::string& text) {
  const json::Value record = Definition(schema, definition);
  const json::Value* properties = record.Find("properties");
  ASSERT_NE(properties, nullptr) << definition;
  CheckWords(properties->Find(key), schema, text);
}

/// The definition is a closed set; `text` ends where a word of it stands.
void CheckSet(const std::string& definition, const std::string& text) {
  const json::Value set = Definition("pack", definition);
  CheckWords(&set, "pack", text + "zzzzzzzzzzzz");
}

void CheckWordsOfRules() {
  const std::string criterion = "criteria:\n- ";
  const std::string filter = criterion + "needs:\n  - where:\n      ";
  CheckSet("named-date", criterion + "reads: ");
  CheckSet("named-date", criterion + "when:\n    date: ");
  CheckSet("named-date", criterion + "when:\n    date: lodged\n    from: ");
  CheckSet("named-date", filter + "fresh:\n        of: ");
  CheckSet("named-date", filter + "novel:\n        after: ");
  CheckSet("named-date", "deadlines:\n- anchor: ");
  CheckSet("exhibit-kind", filter + "kind: ");
  CheckSet("exhibit-kind", criterion + "needs:\n  - not_alone: ");
  CheckSet("register-field", filter + "states: ");
  CheckSet("over", criterion + "each:\n    over: ");
  CheckSet("document-format", "document:\n- format: ");
  CheckSet("document-part", "document:\n- words:\n    count: ");
  CheckProperty("pack", "fresh", "field", filter + "fresh:\n        field: zzzzzzzzzzzz");
  CheckProperty("pack", "dated", "field", filter + "dated:\n        field: zzzzzzzzzzzz");
  CheckProperty("pack", "condition", "contradiction",
                criterion + "when:\n    contradiction: zzzzzzzzzzzz");
  CheckProperty("pack", "burden", "facts", criterion + "burden:\n    facts: zzzzzzzzzzzz");
  CheckProperty("pack", "exception", "verdict",
                criterion + "exceptions:\n  - verdict: zzzzzzzzzzzz");
  CheckProperty("pack", "reading", "event_day",
                "deadlines:\n- readings:\n  - event_day: zzzzzzzzzzzz");
  CheckProperty("pack", "reading", "roll", "deadlines:\n- readings:\n  - roll: zzzzzzzzzzzz");
  CheckProperty("pack", "document-rule", "paragraphs", "document:\n- paragraphs: zzzzzzzzzzzz");
  CheckProperty("pack", "document-rule", "annexes", "document:\n- annexes: zzzzzzzzzzzz");
  CheckProperty("pack", "crosswalk", "kind", "crosswalk:\n- kind: zzzzzzzzzzzz");
}

TEST(Schemas, FilesHaveTheKeysOfTheDecoders) {
  for (const char* schema : {"dossier", "people", "exhibits", "grounds", "decision", "facts",
                             "events", "author", "reviews", "pack", "calendar", "lock",
                             "citation-style"}) {
    CheckFile(schema);
  }
}

TEST(Schemas, RecordsOfTheCaseHaveTheKeysOfTheDecoders) {
  CheckRecord("dossier", "plea", "pleads:\n- ");
  CheckRecord("dossier", "filing", "filings:\n- ");
  CheckRecord("dossier", "procedure", "procedures:\n- ");
  CheckRecord("dossier", "decision", "procedures:\n- decisions:\n  - ");
  CheckRecord("people", "person", "people:\n- ");
  CheckRecord("exhibits", "exhibit", "exhibits:\n- ");
  CheckRecord("exhibits", "dates", "exhibits:\n- dates:\n    ");
  CheckRecord("exhibits", "part", "exhibits:\n- parts:\n  - ");
  CheckRecord("exhibits", "page-language", "exhibits:\n- language:\n  - ");
  CheckRecord("exhibits", "translation", "exhibits:\n- translation:\n    ");
  CheckRecord("exhibits", "original", "exhibits:\n- original:\n    ");
  CheckRecord("reviews", "review", "reviews:\n- ");
  CheckRecord("grounds", "ground", "grounds:\n- ");
  CheckRecord("grounds", "item", "grounds:\n- needs:\n    x:\n    - ");
  CheckRecord("grounds", "adverse-item", "grounds:\n- adverse:\n  - ");
  CheckRecord("grounds", "adverse-item", "grounds:\n- limbs:\n    x:\n    - ");
  CheckRecord("decision", "decision", "decisions:\n- ");
  CheckRecord("decision", "assertion", "decisions:\n- assertions:\n  - ");
  CheckRecord("decision", "answer", "decisions:\n- assertions:\n  - answers:\n    - ");
  CheckRecord("facts", "fact", "facts:\n- ");
  CheckRecord("events", "event", "events:\n- ");
  CheckRecord("author", "waiver", "waivers:\n- ");
  CheckRecord("author", "acceptance", "acceptances:\n- ");
  CheckRecord("author", "law-choice", "choice_of_law:\n- ");
  CheckRecord("author", "material-mark", "material:\n- ");
  CheckRecord("author", "explanation", "explanations:\n- ");
  CheckRecord("author", "judgement", "judgements:\n- ");
}

TEST(Schemas, WhatRulesReadOfTheCaseHasTheKeysOfTheDecoders) {
  CheckRecord("exhibits", "index", "exhibits:\n- index:\n    ");
  CheckRecord("exhibits", "capture", "exhibits:\n- capture:\n    ");
  CheckRecord("exhibits", "letter", "exhibits:\n- letter:\n    ");
  CheckRecord("exhibits", "section", "section:\n  ");
  CheckRecord("facts", "list-field", "lists:\n- fields:\n    x:\n      ");
  CheckRecord("dossier", "print", "print:\n  ");
  CheckRecord("dossier", "margins", "print:\n  margins:\n    ");
  CheckRecord("exhibits", "custody-step", "exhibits:\n- custody:\n  - ");
  CheckRecord("grounds", "new", "grounds:\n- needs:\n    x:\n    - new:\n        ");
  CheckRecord("facts", "notification", "facts:\n- notified:\n  - ");
  CheckRecord("facts", "list", "lists:\n- ");
  CheckRecord("facts", "entry", "lists:\n- entries:\n  - ");
  CheckRecord("facts", "claim", "claims:\n- ");
  CheckRecord("facts", "operand", "claims:\n- left:\n    ");
  CheckRecord("facts", "operand", "claims:\n- left:\n    sum:\n    - ");
  CheckRecord("facts", "count", "claims:\n- left:\n    count:\n      ");
  CheckRecord("facts", "total", "claims:\n- left:\n    total:\n      ");
  CheckRecord("facts", "figure", "figures:\n- ");
  CheckRecord("facts", "value", "figures:\n- series:\n  - ");
  CheckRecord("facts", "use", "figures:\n- used:\n  - ");
  CheckRecord("facts", "index", "indexes:\n- ");
  CheckProperty("facts", "claim", "is", "claims:\n- is: zzzzzzzzzzzz");
}

TEST(Schemas, CalendarsHaveTheKeysOfTheDecoder) {
  CheckRecord("calendar", "calendar", "calendar:\n  ");
  CheckRecord("calendar", "authority", "calendar:\n  authority:\n    ");
  CheckRecord("calendar", "fixed", "fixed:\n- ");
  CheckRecord("calendar", "nth", "nth:\n- ");
}

TEST(Schemas, CitationStylesHaveTheKeysOfTheDecoder) {
  CheckRecord("citation-style", "source", "source:\n  ");
  CheckRecord("citation-style", "part", "later:\n- ");
  CheckRecord("citation-style", "form", "forms:\n  x:\n    ");
  CheckRecord("citation-style", "ibid", "ibid:\n  ");
  CheckRecord("citation-style", "pins", "pins:\n  ");
  CheckRecord("citation-style", "pin", "pins:\n  page:\n    ");
  CheckProperty("citation-style", "part", "field", "later:\n- field: zzzzzzzzzzzz");
  CheckProperty("citation-style", "", "placement", "placement: zzzzzzzzzzzz");
}

TEST(Schemas, RecordsOfPacksAndLockHaveTheKeysOfTheDecoders) {
  const std::string criterion = "criteria:\n- ";
  CheckRecord("pack", "pack", "pack:\n  ");
  CheckRecord("pack", "criterion", criterion);
  CheckRecord("pack", "child", criterion + "all:\n  - ", {"id"});
  CheckRecord("pack", "child", criterion + "at_least:\n    of:\n    - ", {"id"});
  CheckRecord("pack", "authority", criterion + "authority:\n    ");
  CheckRecord("pack", "in-force", criterion + "in_force:\n    ");
  CheckRecord("pack", "condition", criterion + "when:\n    ");
  CheckRecord("pack", "condition", criterion + "when:\n    not:\n      ");
  CheckRecord("pack", "need", criterion + "needs:\n  - ");
  CheckRecord("pack", "count", criterion + "needs:\n  - count:\n      ");
  CheckRecord("pack", "distinct", criterion + "needs:\n  - distinct:\n      ");
  CheckRecord("pack", "share", criterion + "needs:\n  - share:\n      ");
  CheckRecord("pack", "filter", criterion + "needs:\n  - where:\n      ");
  CheckRecord("pack", "fresh", criterion + "needs:\n  - where:\n      fresh:\n        ");
  CheckRecord("pack", "at-least", criterion + "at_least:\n    ");
  CheckRecord("pack", "none", criterion + "none:\n    ");
  CheckRecord("pack", "limb", criterion + "none:\n    limbs:\n    - ");
  CheckRecord("pack", "presumption", criterion + "presumption:\n    ");
  CheckRecord("lock", "exhibit", "exhibits:\n- ");
  CheckRecord("lock", "file", "exhibits:\n- files:\n  - ");
  CheckRecord("lock", "companion", "exhibits:\n- companions:\n  - ");
  CheckRecord("lock", "derived", "exhibits:\n- files:\n  - derived:\n      ");
}

TEST(Schemas, PartsOfACriterionHaveTheKeysOfTheDecoders) {
  const std::string criterion = "criteria:\n- ";
  const std::string filter = criterion + "needs:\n  - where:\n      ";
  CheckRecord("pack", "criterion", "objections:\n- ");
  CheckRecord("pack", "law", criterion + "law:\n    ");
  CheckRecord("pack", "burden", criterion + "burden:\n    ");
  CheckRecord("pack", "each", criterion + "each:\n    ");
  CheckRecord("pack", "list-over", criterion + "each:\n    over:\n      ");
  CheckRecord("pack", "child", criterion + "each:\n    do:\n      ", {"id"});
  CheckRecord("pack", "disables", criterion + "disables:\n    ");
  CheckRecord("pack", "exception", criterion + "exceptions:\n  - ");
  CheckRecord("pack", "transitional", criterion + "transitional:\n  - ");
  CheckRecord("pack", "judgement", criterion + "judgements:\n  - ");
  CheckRecord("pack", "concept", criterion + "wording:\n  - ");
  CheckRecord("pack", "condition", criterion + "none:\n    answer_when:\n      ");
  CheckRecord("pack", "dated", filter + "dated:\n        ");
  CheckRecord("pack", "translation", filter + "translation:\n        ");
  CheckRecord("pack", "novel", filter + "novel:\n        ");
}

TEST(Schemas, SectionsOfAPackHaveTheKeysOfTheDecoders) {
  CheckRecord("pack", "exhibit-rule", "exhibits:\n- ");
  CheckRecord("pack", "filter", "exhibits:\n- must:\n    ");
  CheckRecord("pack", "deadline", "deadlines:\n- ");
  CheckRecord("pack", "period", "deadlines:\n- period:\n    ");
  CheckRecord("pack", "alternate", "deadlines:\n- alternates:\n  - ");
  CheckRecord("pack", "reading", "deadlines:\n- readings:\n  - ");
  CheckRecord("pack", "band", "deadlines:\n- band:\n    ");
  CheckRecord("pack", "choice", "choices:\n- ");
  CheckRecord("pack", "option", "choices:\n- options:\n  - ");
  CheckRecord("pack", "document-rule", "document:\n- ");
  CheckRecord("pack", "word-limit", "document:\n- words:\n    ");
  CheckRecord("pack", "page-limit", "document:\n- pages:\n    ");
  CheckRecord("pack", "crosswalk", "crosswalk:\n- ", {"to"});
  CheckRecord("pack", "tailoring", "tailor:\n- ");
  CheckRecord("pack", "added", "tailor:\n- add:\n    ");
  CheckRecord("pack", "removed", "tailor:\n- remove:\n    ");
  CheckRecord("pack", "need-change", "tailor:\n- set:\n  - ");
}

TEST(Schemas, ClosedSetsHaveTheWordsOfTheDecoders) {
  CheckProperty("people", "person", "kind", "people:\n- kind: zzzzzzzzzzzz");
  CheckProperty("people", "person", "protect", "people:\n- protect: zzzzzzzzzzzz");
  CheckProperty("exhibits", "exhibit", "kind", "exhibits:\n- kind: zzzzzzzzzzzz");
  CheckProperty("exhibits", "exhibit", "nature", "exhibits:\n- nature: zzzzzzzzzzzz");
  CheckProperty("exhibits", "exhibit", "scope", "exhibits:\n- scope: zzzzzzzzzzzz");
  CheckProperty("pack", "authority", "verified",
                "criteria:\n- authority:\n    verified: zzzzzzzzzz");
  for (const char* key : {"paper", "paragraphs", "notes"}) {
    CheckProperty("dossier", "print", key, std::string("print:\n  ") + key + ": zzzzzzzzzzzz");
  }
  const json::Value weight = Definition("pack", "weight");
  CheckWords(&weight, "pack", "criteria:\n- weight: zzzzzzzzzzzz");
  CheckWordsOfRules();
  const json::Value author = Schema("author");
  CheckWords(author.Find("properties")->Find("levels")->Find("additionalProperties"), "author",
             "levels:\n  D0217: zzzzzzzzzzzz");
}

}  // namespace
}  // namespace dossier::load
