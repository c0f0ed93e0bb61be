// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/decode_item.h"

#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::ruletest {
namespace {

using load::Fields;
using load::kBoolean;
using load::kDate;
using load::kId;
using load::kString;
using load::Value;

void DecodeTranslation(Fields& fields, TestItem& item) {
  fields.Required("into", item.translated_into, load::kLanguage);
  fields.Optional("certified", item.certified, kBoolean);
}

/// A test says of a step only what its rule asks for.
void DecodeCustody(Fields& fields, model::CustodyStep& step) {
  fields.Optional("at", step.at, kDate);
  fields.Optional("by", step.by, kString);
  fields.Optional("action", step.action, kString);
}

void DecodeLanguages(const Value& value, std::vector<model::PageLanguage>& out) {
  std::vector<std::string> languages;
  load::OneOrMore(load::kLanguage)(value, languages);
  for (std::string& language : languages) out.push_back({std::move(language), ""});
}

void DecodeWithout(const Value& value, std::string& out) {
  kString(value, out);
  if (out == "publisher" || out == "published" || out.empty()) return;
  load::ReportUnknownValue(value, {"publisher", "published"});
}

}  // namespace

void DecodeTestItem(Fields& fields, TestItem& item) {
  item.span = fields.span();
  model::Exhibit& exhibit = item.exhibit;
  exhibit.kind = model::ExhibitKind::kStatement;
  exhibit.scope = model::Scope::kIndividual;
  fields.Optional("exhibit", item.uses, kId);
  fields.Optional("kind", exhibit.kind, load::OneOf(model::ExhibitKindNames()));
  fields.Optional("scope", exhibit.scope, load::OneOf(model::ScopeNames()));
  fields.Optional("nature", exhibit.nature, load::OneOf(model::NatureNames()));
  fields.Optional("publisher", exhibit.publisher, kId);
  fields.Optional("origin", exhibit.origin, load::OneOrMore(kString));
  fields.Optional("published", exhibit.published, kDate);
  fields.Optional("event", exhibit.event, kDate);
  fields.Optional("captured", exhibit.captured, kDate);
  fields.Optional("language", exhibit.languages, DecodeLanguages);
  fields.Optional("translation", item, load::Record(DecodeTranslation));
  fields.Optional("surrogate", exhibit.surrogate, kBoolean);
  fields.Optional("author", exhibit.author, kString);
  fields.Optional("url", exhibit.url, kString);
  fields.Optional("archived", exhibit.archived, kString);
  fields.Optional("capture", exhibit.capture, load::Record(load::DecodeCapture));
  fields.Optional("custody", exhibit.custody, load::ListOf(load::Record(DecodeCustody)));
  fields.Optional("latest_edition", exhibit.latest_edition, kDate);
  fields.Optional("without", item.without, load::OneOrMore(DecodeWithout));
  fields.Optional("pinpoint", item.pinpoint, kBoolean);
  fields.Optional("locked", item.locked, kBoolean);
  fields.Optional("for", item.for_persons, load::OneOrMore(kId));
  fields.Optional("new", item.novelty, load::Record(load::DecodeNewElement));
}

void DecodeAgainst(Fields& fields, TestItem& item) {
  DecodeTestItem(fields, item);
  fields.Optional("answered", item.answered, kBoolean);
}

}  // namespace dossier::ruletest
