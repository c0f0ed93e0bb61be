// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/render_words.h"

namespace dossier::rulebook {
namespace {

using model::Condition;

template <typename E>
std::string OneOf(const Words& words, std::string_view set,
                  std::span<const model::Named<E>> names, const std::vector<E>& values,
                  std::string_view last = "or") {
  std::vector<std::string> all;
  for (const E value : values) all.push_back(words.Of(set, NameOf(names, value)));
  return words.Join(all, last);
}

std::string BoundInWords(const Words& words, const model::DateBound& bound) {
  return bound.date ? bound.date->ToString() : NamedDateInWords(words, bound.name);
}

std::string FactInWords(const Words& words, const Condition& condition) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  if (condition.at_least && condition.at_most) {
    return words("if.between",
                 {condition.name, number(*condition.at_least), number(*condition.at_most)});
  }
  if (condition.at_least) return words("if.least", {condition.name, number(*condition.at_least)});
  if (condition.at_most) return words("if.most", {condition.name, number(*condition.at_most)});
  if (condition.values == std::vector<std::string>{"true"}) return words("if.true", {condition.name});
  if (condition.values == std::vector<std::string>{"false"}) {
    return words("if.false", {condition.name});
  }
  return words("if.fact", {condition.name, words.Join(condition.values, "or")});
}

std::string DateInWords(const Words& words, const Condition& condition) {
  const std::string name = NamedDateInWords(words, condition.name);
  std::vector<std::string> parts;
  switch (condition.state) {
    case Condition::DateState::kAny:
      break;
    case Condition::DateState::kStated:
      parts.push_back(words("if.stated", {name}));
      break;
    case Condition::DateState::kPending:
      parts.push_back(words("if.pending", {name}));
      break;
    case Condition::DateState::kAbsent:
      parts.push_back(words("if.absent", {name}));
      break;
  }
  if (!condition.range.empty() || parts.empty()) {
    parts.push_back(words("if.date", {name, RangeInWords(words, condition.range)}));
  }
  return words.Join(parts, "and");
}

std::string PartsInWords(const Words& words, const Condition& condition) {
  const bool all = condition.kind == Condition::Kind::kAll;
  if (condition.children.empty()) return words(all ? "if.always" : "if.never");
  std::vector<std::string> parts;
  for (const Condition& child : condition.children) {
    const bool bracketed = child.children.size() > 1;
    const std::string part = ConditionInWords(words, child);
    parts.push_back(bracketed ? "(" + part + ")" : part);
  }
  return words.Join(parts, all ? "and" : "or");
}

std::string Number(int value) { return std::to_string(value); }

}  // namespace

std::string NamedDateInWords(const Words& words, std::string_view name) {
  return words.Of("date", name.empty() ? "filing" : name);
}

std::string RangeInWords(const Words& words, const model::DateRange& range) {
  if (range.empty()) return words("range.any");
  if (range.before.empty()) return words("range.from", {BoundInWords(words, range.from)});
  if (range.from.empty()) return words("range.before", {BoundInWords(words, range.before)});
  return words("range.both", {BoundInWords(words, range.from), BoundInWords(words, range.before)});
}

std::string ConditionInWords(const Words& words, const Condition& condition) {
  switch (condition.kind) {
    case Condition::Kind::kFact:
      return FactInWords(words, condition);
    case Condition::Kind::kProcedure:
      return words("if.procedure", {condition.name});
    case Condition::Kind::kDate:
      return DateInWords(words, condition);
    case Condition::Kind::kContradiction:
      return words("if.contradiction");
    case Condition::Kind::kNotified:
      return words("if.notified", {condition.name});
    case Condition::Kind::kAll:
    case Condition::Kind::kAny:
      return PartsInWords(words, condition);
    case Condition::Kind::kNot:
      break;
  }
  if (condition.children.empty()) return words("if.always");
  return words("if.not", {ConditionInWords(words, condition.children.front())});
}

std::string PeriodInWords(const Words& words, const model::Period& period) {
  const std::string_view unit = NameOf(model::PeriodUnitNames(), period.unit);
  return words("unit." + std::string(unit), {Number(period.count)});
}

std::vector<std::string> FilterInWords(const Words& words, const model::ItemFilter& filter) {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view key, const std::vector<std::string>& values = {}) {
    lines.push_back(words(key, values));
  };
  const auto field = [&](model::ExhibitDate date) {
    return words.Of("field", NameOf(model::ExhibitDateNames(), date));
  };
  if (!filter.kinds.empty()) {
    add("where.kind", {OneOf(words, "kind", model::ExhibitKindNames(), filter.kinds)});
  }
  if (!filter.scopes.empty()) {
    add("where.scope", {OneOf(words, "scope", model::ScopeNames(), filter.scopes)});
  }
  if (!filter.natures.empty()) {
    add("where.nature", {OneOf(words, "nature", model::NatureNames(), filter.natures)});
  }
  if (!filter.languages.empty()) add("where.language", {words.Join(filter.languages, "or")});
  if (filter.fresh) {
    add("where.fresh", {Number(filter.fresh->months), field(filter.fresh->field),
                        NamedDateInWords(words, filter.fresh->of)});
    if (filter.fresh->or_latest) add("where.latest");
  }
  if (filter.dated) {
    add("where.dated", {field(filter.dated->field), RangeInWords(words, filter.dated->range)});
  }
  if (filter.translation) {
    add("where.translation", {words.Join(filter.translation->into, "or")});
    if (filter.translation->certified) add("where.certified");
  }
  if (filter.novel) {
    add("where.novel", {NamedDateInWords(words, filter.novel->after)});
    if (filter.novel->significant_alone) add("where.significant");
  }
  if (!filter.states.empty()) {
    add("where.states",
        {OneOf(words, "state", model::RegisterFieldNames(), filter.states, "and")});
  }
  if (filter.pinpoint) add("where.pinpoint");
  if (filter.locked) add("where.locked");
  if (filter.own) add("where.own");
  if (filter.independent) add("where.independent");
  return lines;
}

std::vector<std::string> NeedInWords(const Words& words, const model::Need& need) {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view key, const std::string& value) {
    lines.push_back(words(key, {value}));
  };
  if (!need.text.empty()) lines.emplace_back(need.text.In(words.language()));
  if (need.max) add("max", Number(*need.max));
  if (need.distinct_publishers > 0) add("distinct.publisher", Number(need.distinct_publishers));
  if (need.distinct_origins > 0) add("distinct.origin", Number(need.distinct_origins));
  if (need.distinct_kinds > 0) add("distinct.kind", Number(need.distinct_kinds));
  if (need.distinct_events > 0) add("distinct.event", Number(need.distinct_events));
  if (need.max_share) add("share", Number(*need.max_share));
  if (!need.not_alone.empty()) {
    add("alone", OneOf(words, "kind", model::ExhibitKindNames(), need.not_alone, "and"));
  }
  for (std::string& line : FilterInWords(words, need.where)) lines.push_back(std::move(line));
  return lines;
}

std::string NameInWords(const Words& words, const model::LocalizedText& title,
                        std::string_view id) {
  if (title.empty()) return std::string(id);
  if (id.empty()) return std::string(title.In(words.language()));
  return words("rule", {std::string(title.In(words.language())), std::string(id)});
}

std::string ChangeInWords(const Words& words, const model::NeedChange& change) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, const std::optional<int>& value) {
    if (value) parts.push_back(words(key, {Number(*value)}));
  };
  add("set.min", change.min);
  add("set.max", change.max);
  add("set.publisher", change.distinct_publishers);
  add("set.origin", change.distinct_origins);
  add("set.kind", change.distinct_kinds);
  add("set.event", change.distinct_events);
  add("set.months", change.months);
  if (change.weight) {
    const std::string weight = words.Of("weight", NameOf(model::WeightNames(), *change.weight));
    parts.push_back(words("set.weight", {weight}));
  }
  return words("tailor.set", {change.need.value, words.Join(parts, "and")});
}

}  // namespace dossier::rulebook
