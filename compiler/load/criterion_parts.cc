// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/criterion_parts.h"

#include <array>

#include "compiler/load/conditions.h"
#include "compiler/load/criteria.h"
#include "compiler/load/needs.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodePresumption(Fields& fields, std::optional<model::Presumption>& presumption) {
  presumption.emplace();
  presumption->span = fields.span();
  fields.Required("basis", presumption->basis, NonEmpty(ListOf(Record(DecodeNeed))));
  fields.Optional("defeaters", presumption->defeaters, ListOf(Record(DecodeLimb)));
}

void DecodeExceptionVerdict(const Value& value, std::string& out) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "a word");
  if (value.node.text != "not-applicable") return ReportUnknownValue(value, {"not-applicable"});
  out = value.node.text;
}

void DecodeException(Fields& fields, model::Exception& exception) {
  exception.span = fields.span();
  fields.Required("id", exception.id, kId);
  fields.Required("overrides", exception.overrides, NonEmpty(OneOrMore(kId)));
  fields.Optional("title", exception.title, kWords);
  fields.Optional("text", exception.text, kWords);
  fields.Optional("authority", exception.authority, Record(DecodeAuthority));
  fields.Required("when", exception.when,
                  [](const Value& value, model::Condition& when) { DecodeWhen(value, when); });
  std::string verdict;
  fields.Optional("verdict", verdict, DecodeExceptionVerdict);
  fields.Optional("use", exception.use, kId);
  fields.RequireOneOf("exceptions", {"verdict", "use"});
}

void DecodeTransitional(Fields& fields, model::Transitional& transitional) {
  transitional.span = fields.span();
  fields.Optional("reads", transitional.reads, DecodeNamedDate);
  DecodeRange(fields, transitional.range);
  fields.Required("use", transitional.use, kId);
  fields.RequireSomeOf("transitional", {"from", "before"});
}

void DecodeGate(Fields& fields, model::JudgementGate& gate) {
  gate.span = fields.span();
  fields.Required("id", gate.id, kId);
  fields.Optional("title", gate.title, kWords);
  fields.Optional("text", gate.text, kWords);
}

void DecodeConcept(Fields& fields, model::Concept& wanted) {
  wanted.span = fields.span();
  fields.Required("id", wanted.id, kId);
  fields.Optional("title", wanted.title, kWords);
  fields.Required("words", wanted.words, NonEmpty(MapOf(NonEmpty(OneOrMore(kString)))));
  for (const auto& [language, words] : wanted.words) {
    ReportUnlessLanguage(language.value, "words", language.span, fields.sink());
  }
}

}  // namespace

void DecodeLimb(Fields& fields, model::Limb& limb) {
  limb.span = fields.span();
  fields.Required("id", limb.id, kId);
  fields.Optional("title", limb.title, kWords);
  fields.Optional("text", limb.text, kWords);
}

void DecodeBeside(Fields& fields, model::Criterion& criterion) {
  fields.Optional("presumption", criterion.presumption, Record(DecodePresumption));
  fields.Optional("exceptions", criterion.exceptions, ListOf(Record(DecodeException)));
  fields.Optional("transitional", criterion.transitional, ListOf(Record(DecodeTransitional)));
  fields.Optional("judgements", criterion.judgements, ListOf(Record(DecodeGate)));
  fields.Optional("wording", criterion.wording, ListOf(Record(DecodeConcept)));
}

void ReportDuplicateParts(const model::Criterion& criterion, diagnostics::Sink& sink) {
  ReportDuplicatesOf(criterion.limbs, sink);
  ReportDuplicatesOf(criterion.exceptions, sink);
  ReportDuplicatesOf(criterion.judgements, sink);
  ReportDuplicatesOf(criterion.wording, sink);
  if (!criterion.presumption) return ReportDuplicatesOf(criterion.needs, sink);
  // A ground files both under `needs`, so their ids share one name space.
  ReportDuplicatesOf(criterion.presumption->defeaters, sink);
  std::vector<PlacedId> needs;
  for (const auto* list : {&criterion.needs, &criterion.presumption->basis}) {
    for (const model::Need& need : *list) needs.push_back({need.id, need.span});
  }
  ReportDuplicates(std::move(needs), sink);
}

}  // namespace dossier::load
