// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodeAnswer(Fields& fields, model::Answer& answer) {
  fields.Optional("cites", answer.cites, OneOrMore(kCitation));
  fields.Optional("quote", answer.quote, kString);
  fields.Optional("text", answer.text, kWords);
  fields.Optional("argument", answer.argument, kPath);
}

void DecodeAssertion(Fields& fields, model::Assertion& assertion) {
  assertion.span = fields.span();
  fields.Required("id", assertion.id, kId);
  fields.Optional("page", assertion.page, kString);
  fields.Required("says", assertion.says, kWords);
  fields.Optional("quote", assertion.quote, kString);
  fields.Optional("answers", assertion.answers, ListOf(Record(DecodeAnswer)));
}

void DecodeDecision(Fields& fields, model::AdverseDecision& decision) {
  decision.span = fields.span();
  fields.Optional("exhibit", decision.exhibit, kId);
  fields.Optional("procedure", decision.procedure, kId);
  fields.Optional("for", decision.for_persons, OneOrMore(kId));
  fields.Required("assertions", decision.assertions, ListOf(Record(DecodeAssertion)));
  ReportDuplicateIds(decision.assertions, fields.sink());
}

}  // namespace

void DecodeDecisions(Fields& fields, std::vector<model::AdverseDecision>& all) {
  fields.Required("decisions", all, ListOf(Record(DecodeDecision)));
}

}  // namespace dossier::load
