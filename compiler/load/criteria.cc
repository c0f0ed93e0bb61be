// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/criteria.h"

#include "compiler/load/conditions.h"
#include "compiler/load/criterion_parts.h"
#include "compiler/load/needs.h"
#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;
using model::Criterion;
using model::Operator;

/// The key of an operator and what it stands for.
constexpr model::Named<Operator> kOperators[] = {
    {Operator::kNeeds, "needs"},       {Operator::kAll, "all"},
    {Operator::kAny, "any"},           {Operator::kNone, "none"},
    {Operator::kAtLeast, "at_least"},  {Operator::kFirstOf, "first_of"},
    {Operator::kRef, "ref"},           {Operator::kEach, "each"},
    {Operator::kDisables, "disables"}};

constexpr model::Named<model::Each::Over> kSubjects[] = {
    {model::Each::Over::kApplicants, "applicants"},
    {model::Each::Over::kPersons, "persons"},
    {model::Each::Over::kIncidents, "incidents"},
    {model::Each::Over::kUnsupportedFacts, "unsupported-facts"}};

void DecodeChild(Fields& fields, Criterion& child);

void DecodeAtLeast(Fields& fields, Criterion& criterion) {
  fields.Required("n", criterion.at_least, NumberDecoder{.min = 1});
  fields.Required("of", criterion.children, NonEmpty(ListOf(Record(DecodeChild))));
}

void DecodeNone(Fields& fields, Criterion& criterion) {
  fields.Optional("cumulative", criterion.cumulative, kBoolean);
  fields.Required("limbs", criterion.limbs, NonEmpty(ListOf(Record(DecodeLimb))));
  fields.Optional("answer_when", criterion.answer_when,
                  [](const Value& value, auto& when) { DecodeWhen(value, when); });
}

void DecodeListOver(Fields& fields, model::Each& each) {
  each.over = model::Each::Over::kList;
  fields.Required("list", each.list, kId);
}

/// A word, or `{list: id}`.
void DecodeOver(const Value& value, model::Each& each) {
  if (value.node.is_map()) return Record(DecodeListOver)(value, each);
  const std::span<const model::Named<model::Each::Over>> subjects = kSubjects;
  OneOf(subjects)(value, each.over);
}

void DecodeEach(Fields& fields, Criterion& criterion) {
  criterion.each.span = fields.span();
  fields.Required("over", criterion.each, DecodeOver);
  fields.Required("do", criterion.children.emplace_back(), Record(DecodeChild));
}

void DecodeDisables(Fields& fields, Criterion& criterion) {
  fields.Required("rules", criterion.disables, NonEmpty(OneOrMore(kId)));
  fields.Required("when", criterion.disables_when,
                  [](const Value& value, auto& when) { DecodeWhen(value, when); });
}

/// The branch of an open list: what else may be shown, with an argument of its own.
Criterion OtherBranch(const Criterion& criterion) {
  Criterion other;
  other.id = criterion.id + ".other";
  other.title.texts = {{"en", "another reason, argued for itself"},
                       {"lt", "kita atskirai pagrįsta priežastis"}};
  other.span = criterion.span;
  model::Need& need = other.needs.emplace_back();
  need.id = "other";
  need.where.reasoned = true;
  need.title.texts = {{"en", "what else shows it, with the argument"},
                      {"lt", "kas kita tai rodo, su argumentu"}};
  need.span = criterion.span;
  return other;
}

/// `open: true` beside `any`.
void DecodeOpen(Fields& fields, Criterion& criterion) {
  fields.Optional("open", criterion.open_list, kBoolean);
  if (!fields.Has("open")) return;
  if (criterion.op != Operator::kAny || !fields.Has("any")) {
    fields.ReportWrong("open", "to stand beside \"any\"", "beside something else");
    return;
  }
  if (criterion.open_list && !criterion.id.empty()) {
    criterion.children.push_back(OtherBranch(criterion));
  }
}

/// Exactly one operator: D0303, D0304.
void DecodeOperator(Fields& fields, Criterion& criterion) {
  int operators = 0;
  for (const auto& [op, key] : kOperators) {
    if (!fields.Has(key)) continue;
    criterion.op = op;
    ++operators;
  }
  const auto children = NonEmpty(ListOf(Record(DecodeChild)));
  fields.Optional("needs", criterion.needs, NonEmpty(ListOf(Record(DecodeNeed))));
  fields.Optional("all", criterion.children, children);
  fields.Optional("any", criterion.children, children);
  fields.Optional("first_of", criterion.children, children);
  fields.Optional("at_least", criterion, Record(DecodeAtLeast));
  fields.Optional("none", criterion, Record(DecodeNone));
  fields.Optional("each", criterion, Record(DecodeEach));
  fields.Optional("disables", criterion, Record(DecodeDisables));
  fields.Optional("ref", criterion.ref, kId);
  DecodeOpen(fields, criterion);
  // A presumption alone is a criterion whose direct way is not open to anyone.
  if (operators == 1 || (operators == 0 && fields.Has("presumption"))) return;
  fields.sink().Report({.kind = operators == 0 ? Kind::kRuleEmpty : Kind::kRuleAmbiguous,
                        .args = {Id(criterion.id)},
                        .place = criterion.span,
                        .criterion = criterion.id});
}

void DecodeInForce(Fields& fields, Criterion& criterion) {
  fields.Optional("from", criterion.from, kDate);
  fields.Optional("to", criterion.to, kDate);
  ReportUnlessOrdered(fields, criterion.from, criterion.to, "to");
}

void DecodeLaw(Fields& fields, std::optional<model::LawSide>& law) {
  law.emplace();
  law->span = fields.span();
  fields.Required("choice", law->choice, kId);
  fields.Required("option", law->option, kId);
}

void DecodeBurden(Fields& fields, model::Burden& burden) {
  fields.Optional("facts", burden.facts, OneOf(model::PartyNames()));
  fields.Optional("rebuttal", burden.rebuttal, OneOf(model::PartyNames()));
}

/// Everything but id and authority, which only a criterion with a name of its own must have.
void DecodeBody(Fields& fields, Criterion& criterion) {
  fields.Optional("revision", criterion.revision, NumberDecoder{.min = 1});
  fields.Optional("title", criterion.title, kWords);
  fields.Optional("text", criterion.text, kWords);
  fields.Optional("weight", criterion.weight, OneOf(model::WeightNames()));
  fields.Optional("reads", criterion.reads, DecodeNamedDate);
  fields.Optional("in_force", criterion, Record(DecodeInForce));
  fields.Optional("law", criterion.law, Record(DecodeLaw));
  fields.Optional("when", criterion.when,
                  [](const Value& value, auto& when) { DecodeWhen(value, when); });
  fields.Optional("burden", criterion.burden, Record(DecodeBurden));
  DecodeOperator(fields, criterion);
  DecodeBeside(fields, criterion);
  ReportDuplicateParts(criterion, fields.sink());
}

/// `{ref: id}`, or a criterion inside another one.
void DecodeChild(Fields& fields, Criterion& child) {
  child.span = fields.span();
  if (fields.Has("ref")) {
    fields.Optional("id", child.id, kId);
  } else {
    fields.Required("id", child.id, kId);
  }
  fields.Optional("authority", child.authority, Record(DecodeAuthority));
  DecodeBody(fields, child);
}

/// Children speak with the authority of their parent unless they name their own.
void InheritAuthority(std::vector<Criterion>& children, const model::Authority& authority) {
  for (Criterion& child : children) {
    if (child.authority.instrument.empty()) child.authority = authority;
    InheritAuthority(child.children, child.authority);
  }
}

}  // namespace

void DecodeAuthority(Fields& fields, model::Authority& authority) {
  authority.span = fields.span();
  fields.Required("instrument", authority.instrument, kString);
  fields.Required("pinpoint", authority.pinpoint, kString);
  fields.Required("url", authority.url, kString);
  fields.Required("language", authority.language, kLanguage);
  fields.Required("version", authority.version, kString);
  fields.Required("verified", authority.verified, OneOf(model::VerificationNames()));
}

void RequireAuthority(Fields& fields, const std::string& id, model::Authority& authority) {
  fields.Optional("authority", authority, Record(DecodeAuthority));
  if (fields.Has("authority")) return;
  fields.sink().Report({.kind = Kind::kRuleWithoutAuthority,
                        .args = {Id(id)},
                        .place = fields.span(),
                        .criterion = id,
                        .hint = "name instrument, pinpoint, url, language, version, verified"});
}

void DecodeCriterion(Fields& fields, Criterion& criterion) {
  criterion.span = fields.span();
  fields.Required("id", criterion.id, kId);
  RequireAuthority(fields, criterion.id, criterion.authority);
  DecodeBody(fields, criterion);
  InheritAuthority(criterion.children, criterion.authority);
}

}  // namespace dossier::load
