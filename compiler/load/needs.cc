// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/needs.h"

#include <optional>

#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

constexpr NumberDecoder kFromOne{.min = 1};

void DecodeFreshness(Fields& fields, std::optional<model::Freshness>& fresh) {
  fresh.emplace();
  fields.Required("within", fresh->months,
                  [](const Value& value, int& months) { DecodeMonths(value, months); });
  fields.Optional("of", fresh->of, DecodeNamedDate);
  fields.Optional("field", fresh->field, OneOf(model::ExhibitDateNames()));
  fields.Optional("or_latest", fresh->or_latest, kBoolean);
}

void DecodeDated(Fields& fields, std::optional<model::DatedWithin>& dated) {
  dated.emplace();
  fields.Optional("field", dated->field, OneOf(model::ExhibitDateNames()));
  DecodeRange(fields, dated->range);
  fields.RequireSomeOf("dated", {"from", "before"});
}

void DecodeTranslation(Fields& fields, std::optional<model::TranslationWanted>& translation) {
  translation.emplace();
  fields.Required("into", translation->into, NonEmpty(OneOrMore(kLanguage)));
  fields.Optional("certified", translation->certified, kBoolean);
}

void DecodeNovelty(Fields& fields, std::optional<model::Novelty>& novel) {
  novel.emplace();
  fields.Optional("after", novel->after, DecodeNamedDate);
  fields.Optional("significant_alone", novel->significant_alone, kBoolean);
}

void DecodeCount(Fields& fields, model::Need& need) {
  std::optional<int> min;
  fields.Optional("min", min, kFromOne);
  fields.Optional("max", need.max, kFromOne);
  need.min = min.value_or(need.min);
  ReportUnlessOrdered(fields, need.min, need.max, "max");
}

void DecodeDistinct(Fields& fields, model::Need& need) {
  fields.Optional("publisher", need.distinct_publishers, kFromOne);
  fields.Optional("origin", need.distinct_origins, kFromOne);
  fields.Optional("kind", need.distinct_kinds, kFromOne);
  fields.Optional("event", need.distinct_events, kFromOne);
}

void DecodeShare(Fields& fields, model::Need& need) {
  fields.Required("publisher", need.max_share, kPercentage);
}

void DecodeChangedCount(Fields& fields, model::NeedChange& change) {
  fields.Optional("min", change.min, kFromOne);
  fields.Optional("max", change.max, kFromOne);
  ReportUnlessOrdered(fields, change.min, change.max, "max");
}

void DecodeChangedDistinct(Fields& fields, model::NeedChange& change) {
  fields.Optional("publisher", change.distinct_publishers, kFromOne);
  fields.Optional("origin", change.distinct_origins, kFromOne);
  fields.Optional("kind", change.distinct_kinds, kFromOne);
  fields.Optional("event", change.distinct_events, kFromOne);
}

void DecodeNewWeight(const Value& value, std::optional<model::Weight>& weight) {
  model::Weight read = model::Weight::kCore;
  OneOf(model::WeightNames())(value, read);
  weight = read;
}

}  // namespace

void DecodeFilter(Fields& fields, model::ItemFilter& where) {
  fields.Optional("kind", where.kinds, NonEmpty(OneOrMore(OneOf(model::ExhibitKindNames()))));
  fields.Optional("scope", where.scopes, NonEmpty(OneOrMore(OneOf(model::ScopeNames()))));
  fields.Optional("nature", where.natures, NonEmpty(OneOrMore(OneOf(model::NatureNames()))));
  fields.Optional("language", where.languages, NonEmpty(OneOrMore(kLanguage)));
  fields.Optional("fresh", where.fresh, Record(DecodeFreshness));
  fields.Optional("dated", where.dated, Record(DecodeDated));
  fields.Optional("pinpoint", where.pinpoint, kBoolean);
  fields.Optional("locked", where.locked, kBoolean);
  fields.Optional("own", where.own, kBoolean);
  fields.Optional("independent", where.independent, kBoolean);
  fields.Optional("translation", where.translation, Record(DecodeTranslation));
  fields.Optional("states", where.states, NonEmpty(OneOrMore(OneOf(model::RegisterFieldNames()))));
  fields.Optional("novel", where.novel, Record(DecodeNovelty));
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
  fields.Optional("not_alone", need.not_alone,
                  NonEmpty(OneOrMore(OneOf(model::ExhibitKindNames()))));
  fields.Optional("where", need.where, Record(DecodeFilter));
}

void DecodeNeedChange(Fields& fields, model::NeedChange& change) {
  fields.Required("need", change.need, kId);
  fields.Optional("count", change, Record(DecodeChangedCount));
  fields.Optional("distinct", change, Record(DecodeChangedDistinct));
  fields.Optional("within", change.months,
                  [](const Value& value, std::optional<int>& m) { DecodeMonths(value, m); });
  fields.Optional("weight", change.weight, DecodeNewWeight);
  fields.RequireSomeOf("set", {"count", "distinct", "within", "weight"});
}

}  // namespace dossier::load
