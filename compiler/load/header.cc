// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodePleaRecord(Fields& fields, model::Plea& plea) {
  fields.Required("criterion", plea.criterion, kId);
  fields.Optional("for", plea.for_persons, OneOrMore(kId));
}

/// A criterion for every applicant, or with the persons it is pleaded for.
void DecodePlea(const Value& value, model::Plea& plea) {
  if (value.node.is_map()) return Record(DecodePleaRecord)(value, plea);
  kId(value, plea.criterion);
}

void DecodeFiling(Fields& fields, model::Filing& filing) {
  fields.Required("id", filing.id, kId);
  fields.Required("date", filing.date, kDate);
  fields.Optional("supplements", filing.supplements, kId);
}

void DecodeProcedureDecision(Fields& fields, model::ProcedureDecision& decision) {
  decision.span = fields.span();
  fields.Optional("by", decision.by, kId);
  fields.Optional("date", decision.date, kDate);
  fields.Optional("served", decision.served, kDate);
  fields.Optional("final", decision.final, kDate);
  fields.Optional("outcome", decision.outcome, kString);
}

void DecodeProcedure(Fields& fields, model::Procedure& procedure) {
  fields.Required("id", procedure.id, kId);
  fields.Required("kind", procedure.kind, kId);
  fields.Optional("applicants", procedure.applicants, OneOrMore(kId));
  fields.Optional("lodged", procedure.lodged, kDate);
  fields.Optional("hearing", procedure.hearing, kDate);
  fields.Optional("final", procedure.final, kDate);
  fields.Optional("removal", procedure.removal, kDate);
  fields.Optional("decisions", procedure.decisions, ListOf(Record(DecodeProcedureDecision)));
}

}  // namespace

void DecodeHeader(Fields& fields, model::Header& header) {
  fields.Required("id", header.id, kId);
  fields.Required("title", header.title, kWords);
  fields.Required("language", header.language, kLanguage);
  fields.Required("template", header.template_name, kPackId);
  fields.Optional("forum", header.forum, kId);
  fields.Optional("rules", header.rules, ListOf(kPackId));
  fields.Optional("applicants", header.applicants, OneOrMore(kId));
  fields.Optional("submitted_by", header.submitted_by, OneOrMore(kId));
  fields.Optional("pleads", header.pleads, ListOf(DecodePlea));
  fields.Optional("filings", header.filings, ListOf(Record(DecodeFiling)));
  fields.Optional("procedures", header.procedures, ListOf(Record(DecodeProcedure)));
  fields.Optional("print", header.print, Record(DecodePrint));
  std::vector<const model::Text*> packs;
  for (const model::Text& pack : header.rules) packs.push_back(&pack);
  ReportDuplicateIds(std::move(packs), fields.sink());
  ReportDuplicateIds(header.filings, fields.sink());
  ReportDuplicateIds(header.procedures, fields.sink());
}

}  // namespace dossier::load
