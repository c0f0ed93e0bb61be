// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/decode.h"

#include <algorithm>
#include <array>

#include "compiler/foundation/suggest.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/text_file.h"
#include "compiler/load/values.h"
#include "compiler/model/condition.h"
#include "compiler/ruletest/decode_item.h"

namespace dossier::ruletest {
namespace {

using diagnostics::Id;
using diagnostics::Kind;
using evaluate::Verdict;
using load::Fields;
using load::kId;
using load::kString;
using load::Value;

/// A list that takes the place of what a row has from its table.
template <typename Decode>
auto Anew(Decode decode) {
  return [decode](const Value& value, auto& out) {
    out.clear();
    load::OneOrMore(decode)(value, out);
  };
}

/// A map whose entries take the place of those of the same name.
template <typename Decode>
auto Merged(Decode decode) {
  return [decode](const Value& value, auto& out) {
    std::decay_t<decltype(out)> read;
    load::MapOf(decode)(value, read);
    for (auto& entry : read) {
      const auto same = std::find_if(out.begin(), out.end(), [&](const auto& old) {
        return old.first.value == entry.first.value;
      });
      if (same == out.end()) {
        out.push_back(std::move(entry));
      } else {
        *same = std::move(entry);
      }
    }
  };
}

std::span<const model::Named<Verdict>> VerdictNames() {
  static const std::array kNames = [] {
    std::array<model::Named<Verdict>, 8> names = {};
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto verdict = static_cast<Verdict>(i);
      names[i] = {verdict, evaluate::ToString(verdict)};
    }
    return names;
  }();
  static_assert(static_cast<std::size_t>(Verdict::kUnknown) + 1 == 8);
  return kNames;
}

void DecodeNamedDate(const Value& value, Text& out) {
  load::DecodeNamedDate(value, out.value);
  out.span = value.node.span;
}

/// The keys of `dates` are named dates.
void DecodeDates(const Value& value, Entries<model::CaseDate>& out) {
  Merged(load::kDate)(value, out);
  if (!value.node.is_map()) return;
  for (const yaml::Entry& entry : value.node.entries) {
    const auto& known = model::kNamedDates;
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::vector<std::string_view> names(known.begin(), known.end());
    const auto meant = Closest(entry.key, names);
    value.sink.Report({.kind = Kind::kUnknownKey,
                       .args = {entry.key},
                       .place = entry.key_span,
                       .hint = meant ? diagnostics::Text("write \"{0}\"", {Id(*meant)})
                                     : diagnostics::Text()});
  }
}

void DecodeCode(const Value& value, Text& out) {
  kString(value, out);
  if (out.value.empty() || diagnostics::KindByCode(out.value)) return;
  value.sink.Report({.kind = Kind::kUnknownValue,
                     .args = {out.value, Id(value.key)},
                     .place = value.node.span,
                     .hint = "write the code of a finding, such as D0502"});
}

void DecodeContradiction(const Value& value, std::string& out) {
  kString(value, out);
  if (out == "unresolved" || out == "explained" || out.empty()) return;
  load::ReportUnknownValue(value, {"unresolved", "explained"});
}

void DecodePersonFields(Fields& fields, TestPerson& person) {
  fields.Required("id", person.id, kId);
  fields.Optional("kind", person.kind, load::OneOf(model::PersonKindNames()));
  fields.Optional("group", person.group, kString);
  fields.Optional("applicant", person.applicant, load::kBoolean);
  fields.Optional("submitter", person.submitter, load::kBoolean);
}

void DecodeEntryFields(Fields& fields, TestEntry& entry) {
  fields.Required("id", entry.id, kId);
  fields.Optional("person", entry.person, kId);
  fields.Optional("fields", entry.fields, load::MapOf(kString));
}

void DecodeJudgement(Fields& fields, TestJudgement& judgement) {
  fields.Required("criterion", judgement.criterion, kId);
  fields.Required("gate", judgement.gate, kId);
}

void DecodeVerdict(const Value& value, std::optional<Verdict>& out) {
  Verdict verdict = Verdict::kOpen;
  load::OneOf(VerdictNames())(value, verdict);
  out = verdict;
}

void DecodeUnmet(const Value& value, std::optional<std::vector<Text>>& out) {
  out.emplace();
  load::OneOrMore(kId)(value, *out);
}

void DecodeReached(const Value& value, std::optional<Text>& out) { kId(value, out.emplace()); }

void DecodeExpectation(Fields& fields, Expectation& expect) {
  expect.span = fields.span();
  fields.Optional("verdict", expect.verdict, DecodeVerdict);
  fields.Optional("unmet", expect.unmet, DecodeUnmet);
  fields.Optional("reached", expect.reached, DecodeReached);
  fields.Optional("verdicts", expect.verdicts, Merged(load::OneOf(VerdictNames())));
  fields.Optional("findings", expect.findings, Anew(DecodeCode));
  fields.Optional("no_findings", expect.no_findings, Anew(DecodeCode));
  fields.Optional("deadlines", expect.deadlines, Merged(kString));
}

void DecodeEvidence(Fields& fields, TestEvidence& evidence) {
  const auto items = load::OneOrMore(load::Record(DecodeTestItem));
  const auto against = load::OneOrMore(load::Record(DecodeAgainst));
  fields.Optional("for", evidence.for_subjects, load::OneOrMore(kId));
  fields.Optional("revision", evidence.revision, load::NumberDecoder{.min = 1});
  fields.Optional("argument", evidence.argument, kString);
  fields.Optional("needs", evidence.needs, load::MapOf(items));
  fields.Optional("adverse", evidence.adverse, against);
  fields.Optional("limbs", evidence.limbs, load::MapOf(against));
  fields.Optional("defeaters", evidence.defeaters, load::MapOf(against));
}

/// What tests and rows may both say.
void DecodeShared(Fields& fields, PackTest& test) {
  fields.Optional("criterion", test.criterion, kId);
  fields.Optional("subject", test.subject, kId);
  fields.Optional("dates", test.dates, DecodeDates);
  fields.Optional("procedure", test.procedure, kId);
  fields.Optional("pending", test.pending, Anew(DecodeNamedDate));
  fields.Optional("facts", test.facts, Merged(kString));
  fields.Optional("notified", test.notified, Anew(kId));
  fields.Optional("choices", test.choices, Merged(kId));
  fields.Optional("contradiction", test.contradiction, DecodeContradiction);
  fields.Optional("people", test.people, Anew(load::Record(DecodePersonFields)));
  fields.Optional("incidents", test.incidents, Anew(kId));
  fields.Optional("unsupported_facts", test.unsupported_facts, Anew(kId));
  fields.Optional("lists", test.lists, Merged(load::ListOf(load::Record(DecodeEntryFields))));
  fields.Optional("judgements", test.judgements, Anew(load::Record(DecodeJudgement)));
  fields.Optional("exhibits", test.exhibits, Merged(load::Record(DecodeTestItem)));
  fields.Optional("evidence", test.evidence, Merged(load::Record(DecodeEvidence)));
  fields.Optional("expect", test.expect, load::Record(DecodeExpectation));
}

void RequireExpectation(Fields& fields, const PackTest& test) {
  const Expectation& expect = test.expect;
  const bool something = expect.verdict || expect.unmet || expect.reached ||
                         !expect.verdicts.empty() || !expect.findings.empty() ||
                         !expect.no_findings.empty() || !expect.deadlines.empty();
  if (something) return;
  fields.sink().Report({.kind = Kind::kMissingKey,
                        .args = {Id("expect")},
                        .place = test.span,
                        .hint = "say what must come out: `expect: {verdict: thin}`"});
}

/// A row of a table: the test once more, with changes.
void DecodeRow(Fields& fields, PackTest& row) {
  row.span = fields.span();
  std::string name;
  fields.Optional("name", name, kString);
  if (!name.empty()) row.name += ": " + name;
  DecodeShared(fields, row);
  RequireExpectation(fields, row);
}

/// A test, or its rows in its place.
void DecodeTest(Fields& fields, std::vector<PackTest>& tests) {
  PackTest test;
  test.span = fields.span();
  test.subject.value = "p1";
  fields.Required("name", test.name, kString);
  DecodeShared(fields, test);
  const bool table = fields.Has("rows");
  const auto decode_rows = [&test](const Value& value, std::vector<PackTest>& out) {
    if (!value.node.is_list()) return load::ReportWrongType(value, "a list");
    int number = 0;
    for (const yaml::Node& node : value.node.items) {
      const Value element{node, value.key, value.sink};
      ++number;
      if (load::ReportIfEmpty(element)) continue;
      PackTest& row = out.emplace_back(test);
      row.name += " (row " + std::to_string(number) + ")";
      load::Record(DecodeRow)(element, row);
    }
  };
  fields.Optional("rows", tests, decode_rows);
  if (table) return;
  RequireExpectation(fields, test);
  tests.push_back(std::move(test));
}

void DecodeTests(const Value& value, std::vector<PackTest>& tests) {
  if (!value.node.is_list()) return load::ReportWrongType(value, "a list");
  for (const yaml::Node& node : value.node.items) {
    const Value element{node, value.key, value.sink};
    if (!load::ReportIfEmpty(element)) load::Record(DecodeTest)(element, tests);
  }
}

void DecodePackTests(Fields& fields, PackTests& tests) {
  tests.span = fields.SpanOf("tests");
  fields.Required("pack", tests.pack, load::kPackId);
  // An empty list is a pack without tests, which is said of the pack (D0317).
  fields.Optional("tests", tests.tests, DecodeTests);
}

}  // namespace

std::optional<PackTests> LoadPackTests(const io::FileSystem& files, std::string_view path,
                                       std::string_view shown, diagnostics::Sources& sources,
                                       diagnostics::Sink& sink) {
  PackTests tests;
  tests.path = shown;
  if (!load::ReadYaml(files, path, shown, sources, sink, tests, DecodePackTests)) {
    return std::nullopt;
  }
  return tests;
}

}  // namespace dossier::ruletest
