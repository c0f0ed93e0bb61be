// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;
using model::Operator;

using model::kNamedDates;

void DecodeNamedDate(const Value& value, std::string& out) {
  kString(value, out);
  if (out.empty() || std::find(kNamedDates.begin(), kNamedDates.end(), out) != kNamedDates.end()) {
    return;
  }
  ReportUnknownValue(value, {kNamedDates.begin(), kNamedDates.end()});
}

/// `P24M`, `P2Y`: a duration of ISO 8601 in years or months, no longer than a century.
void DecodeMonths(const Value& value, int& months) {
  std::string text;
  kString(value, text);
  if (text.empty()) return;
  int number = 0;
  const char* begin = text.data() + 1;
  const char* end = text.data() + text.size() - 1;
  const bool framed = text.size() >= 3 && text.front() == 'P' && (*end == 'M' || *end == 'Y');
  if (framed) {
    const auto [stop, error] = std::from_chars(begin, end, number);
    const bool years = *end == 'Y';
    if (error == std::errc() && stop == end && number > 0 && number <= (years ? 100 : 1200)) {
      months = years ? number * 12 : number;
      return;
    }
  }
  ReportWrongType(value, "a duration such as P24M or P2Y");
}

std::span<const model::Named<model::Freshness::Field>> FreshnessFieldNames() {
  using Field = model::Freshness::Field;
  static constexpr model::Named<Field> kNames[] = {
      {Field::kPublished, "published"}, {Field::kEvent, "event"}, {Field::kCaptured, "captured"}};
  return kNames;
}

void DecodeFreshness(Fields& fields, std::optional<model::Freshness>& fresh) {
  fresh.emplace();
  fields.Required("within", fresh->months, DecodeMonths);
  fields.Optional("of", fresh->of, DecodeNamedDate);
  fields.Optional("field", fresh->field, OneOf(FreshnessFieldNames()));
}

void DecodeFilter(Fields& fields, model::ItemFilter& where) {
  fields.Optional("kind", where.kinds, OneOrMore(OneOf(model::ExhibitKindNames())));
  fields.Optional("scope", where.scopes, OneOrMore(OneOf(model::ScopeNames())));
  fields.Optional("nature", where.natures, OneOrMore(OneOf(model::NatureNames())));
  fields.Optional("language", where.languages, OneOrMore(kLanguage));
  fields.Optional("fresh", where.fresh, Record(DecodeFreshness));
  fields.Optional("pinpoint", where.pinpoint, kBoolean);
}

void DecodeCount(Fields& fields, model::Need& need) {
  fields.Optional("min", need.min, NumberDecoder{.min = 1});
  fields.Optional("max", need.max, NumberDecoder{.min = 1});
}
void DecodeDistinct(Fields& fields, model::Need& need) {
  fields.Optional("publisher", need.distinct_publishers, NumberDecoder{.min = 1});
  fields.Optional("origin", need.distinct_origins, NumberDecoder{.min = 1});
}
void DecodeShare(Fields& fields, model::Need& need) {
  fields.Required("publisher", need.max_share, kPercentage);
}

void DecodeNeed(Fields& fields, model::Need& need) {
  need.span = fields.span();
  fields.Required("id", need.id, kId);
  fields.Optional("title", need.title, kWords);
  fields.Optional("text", need.text, kWords);
  fields.Optional("weight", need.weight, OneOf(model::WeightNames()));
  fields.Optional("count", need, Record(DecodeCount));
  fields.Optional("distinct", need, Record(DecodeDistinct));
  fields.Optional("share", need, Record(DecodeShare));
  fields.Optional("where", need.where, Record(DecodeFilter));
}

void DecodeLimb(Fields& fields, model::Limb& limb) {
  limb.span = fields.span();
  fields.Required("id", limb.id, kId);
  fields.Optional("title", limb.title, kWords);
  fields.Optional("text", limb.text, kWords);
}

void DecodePresumption(Fields& fields, std::optional<model::Presumption>& presumption) {
  presumption.emplace();
  presumption->span = fields.span();
  fields.Required("basis", presumption->basis, ListOf(Record(DecodeNeed)));
  fields.Optional("defeaters", presumption->defeaters, ListOf(Record(DecodeLimb)));
}

void DecodeAuthority(Fields& fields, model::Authority& authority) {
  authority.span = fields.span();
  fields.Required("instrument", authority.instrument, kString);
  fields.Required("pinpoint", authority.pinpoint, kString);
  fields.Required("url", authority.url, kString);
  fields.Required("language", authority.language, kLanguage);
  fields.Required("version", authority.version, kString);
  fields.Required("verified", authority.verified, OneOf(model::VerificationNames()));
}

void DecodeInForce(Fields& fields, model::Criterion& criterion) {
  fields.Optional("from", criterion.from, kDate);
  fields.Optional("to", criterion.to, kDate);
}

void DecodeCondition(Fields& fields, model::Condition& condition);

void DecodeNegated(const Value& value, std::vector<model::Condition>& children) {
  Record(DecodeCondition)(value, children.emplace_back());
}

/// `{fact: id, is: "true"}`, `{procedure: subsequent}`, `{all: [...]}`, `{any: [...]}`, `{not:
/// ...}`.
void DecodeCondition(Fields& fields, model::Condition& condition) {
  using ConditionKind = model::Condition::Kind;
  condition.span = fields.span();
  const auto list = ListOf(Record(DecodeCondition));
  int forms = 0;
  const auto is = [&](std::string_view key, ConditionKind kind) {
    if (!fields.Has(key)) return;
    condition.kind = kind;
    ++forms;
  };
  is("fact", ConditionKind::kFact);
  is("procedure", ConditionKind::kProcedure);
  is("all", ConditionKind::kAll);
  is("any", ConditionKind::kAny);
  is("not", ConditionKind::kNot);
  fields.Optional("fact", condition.name, kId);
  fields.Optional("procedure", condition.name, kId);
  fields.Optional("all", condition.children, list);
  fields.Optional("any", condition.children, list);
  fields.Optional("not", condition.children, DecodeNegated);
  std::string word = "true";
  fields.Optional("is", word, kString);
  if (condition.kind == ConditionKind::kFact) condition.values = {word};
  if (forms == 1) return;
  fields.sink().Report({.kind = Kind::kWrongType,
                        .args = {Id("when"), Id("one of fact, procedure, all, any, not"),
                                 Id(forms == 0 ? "none of them" : "several of them")},
                        .place = condition.span});
}

void DecodeWhen(const Value& value, std::optional<model::Condition>& when) {
  Record(DecodeCondition)(value, when.emplace());
}

void DecodeChild(Fields& fields, model::Criterion& child);

void DecodeAtLeast(Fields& fields, model::Criterion& criterion) {
  fields.Required("n", criterion.at_least, NumberDecoder{.min = 1});
  fields.Required("of", criterion.children, ListOf(Record(DecodeChild)));
}

void DecodeNone(Fields& fields, model::Criterion& criterion) {
  fields.Optional("cumulative", criterion.cumulative, kBoolean);
  fields.Required("limbs", criterion.limbs, ListOf(Record(DecodeLimb)));
}

/// The key of an operator and what it stands for.
constexpr model::Named<Operator> kOperators[] = {
    {Operator::kNeeds, "needs"}, {Operator::kAll, "all"},          {Operator::kAny, "any"},
    {Operator::kNone, "none"},   {Operator::kAtLeast, "at_least"}, {Operator::kFirstOf, "first_of"},
    {Operator::kRef, "ref"}};

/// Exactly one operator: D0303, D0304.
void DecodeOperator(Fields& fields, model::Criterion& criterion) {
  int operators = 0;
  for (const auto& [op, key] : kOperators) {
    if (!fields.Has(key)) continue;
    criterion.op = op;
    ++operators;
  }
  const auto children = ListOf(Record(DecodeChild));
  fields.Optional("needs", criterion.needs, ListOf(Record(DecodeNeed)));
  fields.Optional("all", criterion.children, children);
  fields.Optional("any", criterion.children, children);
  fields.Optional("first_of", criterion.children, children);
  fields.Optional("at_least", criterion, Record(DecodeAtLeast));
  fields.Optional("none", criterion, Record(DecodeNone));
  fields.Optional("ref", criterion.ref, kId);
  // A presumption alone is a criterion whose direct way is not open to anyone.
  if (operators == 1 || (operators == 0 && fields.Has("presumption"))) return;
  fields.sink().Report({.kind = operators == 0 ? Kind::kRuleEmpty : Kind::kRuleAmbiguous,
                        .args = {Id(criterion.id)},
                        .place = criterion.span,
                        .criterion = criterion.id});
}

/// Everything but id and authority, which only a criterion with a name of its own must have.
void DecodeBody(Fields& fields, model::Criterion& criterion) {
  fields.Optional("revision", criterion.revision, NumberDecoder{.min = 1});
  fields.Optional("title", criterion.title, kWords);
  fields.Optional("text", criterion.text, kWords);
  fields.Optional("weight", criterion.weight, OneOf(model::WeightNames()));
  fields.Optional("reads", criterion.reads, DecodeNamedDate);
  fields.Optional("in_force", criterion, Record(DecodeInForce));
  fields.Optional("when", criterion.when, DecodeWhen);
  DecodeOperator(fields, criterion);
  fields.Optional("presumption", criterion.presumption, Record(DecodePresumption));
}

/// `{ref: id}`, or a criterion inside another one.
void DecodeChild(Fields& fields, model::Criterion& child) {
  child.span = fields.span();
  if (fields.Has("ref")) {
    fields.Optional("id", child.id, kId);
  } else {
    fields.Required("id", child.id, kId);
  }
  fields.Optional("authority", child.authority, Record(DecodeAuthority));
  DecodeBody(fields, child);
}

void DecodeCriterion(Fields& fields, model::Criterion& criterion) {
  criterion.span = fields.span();
  fields.Required("id", criterion.id, kId);
  fields.Optional("authority", criterion.authority, Record(DecodeAuthority));
  if (!fields.Has("authority")) {
    fields.sink().Report({.kind = Kind::kRuleWithoutAuthority,
                          .args = {Id(criterion.id)},
                          .place = criterion.span,
                          .criterion = criterion.id,
                          .hint = "name instrument, pinpoint, url, language, version, verified"});
  }
  DecodeBody(fields, criterion);
}

void DecodePackHeader(Fields& fields, model::RulePack& pack) {
  fields.Required("id", pack.id, kPackId);
  fields.Required("version", pack.version, kString);
  fields.Required("title", pack.title, kWords);
  fields.Optional("answers_each_assertion", pack.answers_each_assertion, kBoolean);
}

/// Children speak with the authority of their parent unless they name their own.
void InheritAuthority(std::vector<model::Criterion>& children, const model::Authority& authority) {
  for (model::Criterion& child : children) {
    if (child.authority.instrument.empty()) child.authority = authority;
    InheritAuthority(child.children, child.authority);
  }
}

void CollectIds(const std::vector<model::Criterion>& criteria, std::vector<model::Text>& ids) {
  for (const model::Criterion& criterion : criteria) {
    ids.push_back({criterion.id, criterion.span});
    CollectIds(criterion.children, ids);
  }
}

}  // namespace

void DecodePack(Fields& fields, model::RulePack& pack) {
  fields.Required("pack", pack, Record(DecodePackHeader));
  fields.Required("criteria", pack.criteria, ListOf(Record(DecodeCriterion)));
  std::vector<model::Text> ids;
  CollectIds(pack.criteria, ids);
  std::vector<const model::Text*> pointers;
  for (const model::Text& id : ids) pointers.push_back(&id);
  ReportDuplicateIds(std::move(pointers), fields.sink());
  for (model::Criterion& criterion : pack.criteria) {
    InheritAuthority(criterion.children, criterion.authority);
  }
}

}  // namespace dossier::load
