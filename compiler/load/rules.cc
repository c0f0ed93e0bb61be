// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "compiler/load/criteria.h"
#include "compiler/load/decoders.h"
#include "compiler/load/pack_sections.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodePackHeader(Fields& fields, model::RulePack& pack) {
  fields.Required("id", pack.id, kPackId);
  fields.Required("version", pack.version, kString);
  fields.Required("title", pack.title, kWords);
  fields.Optional("last_checked", pack.last_checked, kDate);
  fields.Optional("max_age", pack.max_age, DecodeMaxAge);
  fields.Optional("extends", pack.extends, NonEmpty(OneOrMore(kPackId)));
  fields.Optional("answers_each_assertion", pack.answers_each_assertion, kBoolean);
}

void CollectIds(const std::vector<model::Criterion>& criteria, std::vector<PlacedId>& ids) {
  for (const model::Criterion& criterion : criteria) {
    ids.push_back({criterion.id, criterion.span});
    CollectIds(criterion.children, ids);
  }
}

template <typename Rule>
void CollectIdsOf(const std::vector<Rule>& rules, std::vector<PlacedId>& ids) {
  for (const Rule& rule : rules) ids.push_back({rule.id, rule.span});
}

/// Rules of every section are named by the author and in reports, so their ids differ.
void ReportDuplicateRules(const model::RulePack& pack, diagnostics::Sink& sink) {
  std::vector<PlacedId> ids;
  CollectIds(pack.criteria, ids);
  CollectIds(pack.objections, ids);
  CollectIdsOf(pack.exhibit_rules, ids);
  CollectIdsOf(pack.deadlines, ids);
  CollectIdsOf(pack.choices, ids);
  CollectIdsOf(pack.document_rules, ids);
  ReportDuplicates(std::move(ids), sink);
}

}  // namespace

void DecodePack(Fields& fields, model::RulePack& pack) {
  const auto criteria = ListOf(Record(DecodeCriterion));
  fields.Required("pack", pack, Record(DecodePackHeader));
  fields.Optional("criteria", pack.criteria, criteria);
  fields.Optional("objections", pack.objections, criteria);
  fields.Optional("exhibits", pack.exhibit_rules, ListOf(Record(DecodeExhibitRule)));
  fields.Optional("deadlines", pack.deadlines, ListOf(Record(DecodeDeadline)));
  fields.Optional("choices", pack.choices, ListOf(Record(DecodeChoice)));
  fields.Optional("document", pack.document_rules, ListOf(Record(DecodeDocumentRule)));
  fields.Optional("crosswalk", pack.crosswalk, ListOf(Record(DecodeCrosswalk)));
  fields.Optional("tailor", pack.tailorings, ListOf(Record(DecodeTailoring)));
  fields.RequireSomeOf("file", {"criteria", "objections", "exhibits", "deadlines", "choices",
                                "document", "crosswalk", "tailor"});
  ReportDuplicateRules(pack, fields.sink());
}

}  // namespace dossier::load
