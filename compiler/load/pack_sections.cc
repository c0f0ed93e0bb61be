// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/pack_sections.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compiler/load/conditions.h"
#include "compiler/load/criteria.h"
#include "compiler/load/needs.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

constexpr auto kWhen = [](const Value& value, auto& when) { DecodeWhen(value, when); };
constexpr NumberDecoder kFromOne{.min = 1};

/// Forms in which a document can be asked for.
constexpr std::array<std::string_view, 7> kFormats = {"docx", "doc", "odt", "rtf",
                                                      "pdf",  "txt", "html"};

/// What every rule of a pack begins with.
template <typename Rule>
void DecodeHead(Fields& fields, Rule& rule) {
  rule.span = fields.span();
  fields.Required("id", rule.id, kId);
  fields.Optional("title", rule.title, kWords);
  fields.Optional("text", rule.text, kWords);
  RequireAuthority(fields, rule.id, rule.authority);
}

void DecodeOption(Fields& fields, model::ChoiceOption& option) {
  option.span = fields.span();
  fields.Required("id", option.id, kId);
  fields.Optional("title", option.title, kWords);
  fields.Required("when", option.when, kWhen);
}

void DecodeWordLimit(Fields& fields, model::DocumentRule& rule) {
  fields.Optional("min", rule.min_words, kNumber);
  fields.Optional("max", rule.max_words, kFromOne);
  fields.Optional("count", rule.counted, NonEmpty(OneOrMore(OneOf(model::DocumentPartNames()))));
  fields.RequireSomeOf("words", {"min", "max"});
  ReportUnlessOrdered(fields, rule.min_words, rule.max_words, "max");
}

void DecodePageLimit(Fields& fields, model::DocumentRule& rule) {
  fields.Required("max", rule.max_pages, kFromOne);
}

/// The one word of a key that a rule sets or leaves out.
template <const std::string_view& kWord>
void DecodeOnly(const Value& value, bool& out) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "a word");
  if (value.node.text != kWord) return ReportUnknownValue(value, {kWord});
  out = true;
}
constexpr std::string_view kNumbered = "numbered";
constexpr std::string_view kOwn = "own";

void DecodeFormat(const Value& value, std::string& out) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "a word");
  if (std::find(kFormats.begin(), kFormats.end(), value.node.text) == kFormats.end()) {
    return ReportUnknownValue(value, {kFormats.begin(), kFormats.end()});
  }
  out = value.node.text;
}

void DecodeAdded(Fields& fields, model::Tailoring& tailoring) {
  fields.Required("needs", tailoring.add, NonEmpty(ListOf(Record(DecodeNeed))));
}

void DecodeRemoved(Fields& fields, model::Tailoring& tailoring) {
  fields.Required("needs", tailoring.remove, NonEmpty(OneOrMore(kId)));
}

}  // namespace

void DecodeExhibitRule(Fields& fields, model::ExhibitRule& rule) {
  DecodeHead(fields, rule);
  fields.Optional("weight", rule.weight, OneOf(model::WeightNames()));
  fields.Optional("when", rule.when, kWhen);
  fields.Optional("where", rule.where, Record(DecodeFilter));
  fields.Required("must", rule.must, NonEmpty(Record(DecodeFilter)));
}

void DecodeChoice(Fields& fields, model::Choice& choice) {
  DecodeHead(fields, choice);
  fields.Required("options", choice.options, NonEmpty(ListOf(Record(DecodeOption))));
  ReportDuplicatesOf(choice.options, fields.sink());
}

void DecodeDocumentRule(Fields& fields, model::DocumentRule& rule) {
  DecodeHead(fields, rule);
  fields.Optional("weight", rule.weight, OneOf(model::WeightNames()));
  fields.Optional("when", rule.when, kWhen);
  fields.Optional("words", rule, Record(DecodeWordLimit));
  fields.Optional("pages", rule, Record(DecodePageLimit));
  fields.Optional("paragraphs", rule.paragraphs_numbered, DecodeOnly<kNumbered>);
  fields.Optional("pages_numbered", rule.pages_numbered, kBoolean);
  fields.Optional("languages", rule.languages, NonEmpty(OneOrMore(kLanguage)));
  fields.Optional("format", rule.formats, NonEmpty(OneOrMore(DecodeFormat)));
  fields.Optional("submitters", rule.submitters, kBoolean);
  fields.Optional("annexes", rule.own_annexes, DecodeOnly<kOwn>);
  fields.RequireSomeOf("document", {"words", "pages", "paragraphs", "pages_numbered", "languages",
                                    "format", "submitters", "annexes"});
}

void DecodeCrosswalk(Fields& fields, model::Crosswalk& crosswalk) {
  crosswalk.span = fields.span();
  fields.Required("from", crosswalk.from, kString);
  fields.Required("kind", crosswalk.kind, OneOf(model::CrosswalkKindNames()));
  fields.Optional("note", crosswalk.note, kWords);
  const bool removed = crosswalk.kind == model::Crosswalk::Kind::kRemoved;
  if (!removed) return fields.Required("to", crosswalk.to, kString);
  fields.Optional("to", crosswalk.to, kString);
  if (fields.Has("to")) fields.ReportWrong("to", "a rule that was not removed", "one that was");
}

void DecodeTailoring(Fields& fields, model::Tailoring& tailoring) {
  tailoring.span = fields.span();
  fields.Required("at", tailoring.at, kId);
  fields.Required("reason", tailoring.reason, kWords);
  fields.Optional("add", tailoring, Record(DecodeAdded));
  fields.Optional("remove", tailoring, Record(DecodeRemoved));
  fields.Optional("set", tailoring.set, NonEmpty(ListOf(Record(DecodeNeedChange))));
  fields.RequireSomeOf("tailor", {"add", "remove", "set"});
  ReportDuplicatesOf(tailoring.add, fields.sink());
}

}  // namespace dossier::load
