// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/conditions.h"

#include <string>
#include <string_view>

#include "compiler/load/rule_values.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using model::Condition;

constexpr model::Named<Condition::Kind> kForms[] = {
    {Condition::Kind::kFact, "fact"},         {Condition::Kind::kProcedure, "procedure"},
    {Condition::Kind::kDate, "date"},         {Condition::Kind::kContradiction, "contradiction"},
    {Condition::Kind::kNotified, "notified"}, {Condition::Kind::kAll, "all"},
    {Condition::Kind::kAny, "any"},           {Condition::Kind::kNot, "not"}};

constexpr model::Named<Condition::DateState> kDateStates[] = {
    {Condition::DateState::kStated, "stated"},
    {Condition::DateState::kPending, "pending"},
    {Condition::DateState::kAbsent, "absent"}};

void DecodeCondition(Fields& fields, Condition& condition);

void DecodeNegated(const Value& value, std::vector<Condition>& children) {
  Record(DecodeCondition)(value, children.emplace_back());
}

void DecodeContradiction(const Value& value, std::string& name) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "a word");
  if (value.node.text != "unresolved") return ReportUnknownValue(value, {"unresolved"});
  name = value.node.text;
}

/// What may be said of a fact; nothing said means that it is true.
void DecodeFactWords(Fields& fields, Condition& condition) {
  std::string word;
  if (fields.Has("is")) fields.Optional("is", word, kString);
  if (!word.empty()) condition.values.push_back(word);
  if (fields.Has("in") && fields.Has("is")) {
    fields.ReportWrong("in", "to stand without \"is\"", "beside it");
  }
  fields.Optional("in", condition.values, NonEmpty(ListOf(kString)));
  fields.Optional("at_least", condition.at_least, kInteger);
  fields.Optional("at_most", condition.at_most, kInteger);
  ReportUnlessOrdered(fields, condition.at_least, condition.at_most, "at_most");
  const bool words = fields.Has("is") || fields.Has("in");
  const bool bounds = fields.Has("at_least") || fields.Has("at_most");
  if (words && bounds) {
    fields.ReportWrong(fields.Has("at_least") ? "at_least" : "at_most",
                       "to stand without \"is\" and \"in\"", "beside one of them");
  }
  if (!words && !bounds) condition.values.emplace_back("true");
}

/// A range of days, or whether the date is stated at all.
void DecodeDateWords(Fields& fields, Condition& condition) {
  DecodeRange(fields, condition.range);
  const std::span<const model::Named<Condition::DateState>> states = kDateStates;
  fields.Optional("is", condition.state, OneOf(states));
  const bool bounds = fields.Has("from") || fields.Has("before");
  if (bounds && fields.Has("is")) {
    fields.ReportWrong("is", "to stand without \"from\" and \"before\"", "beside one of them");
  }
  if (!bounds && !fields.Has("is")) {
    fields.ReportWrong("date", "one of from, before, is beside it", "none of them");
  }
}

/// What belongs to one form means nothing beside another.
void RefuseWords(Fields& fields, std::initializer_list<std::string_view> keys,
                 std::string_view belongs_to) {
  for (const std::string_view key : keys) {
    fields.Reserved(key);
    if (!belongs_to.empty() && fields.Has(key)) {
      fields.ReportWrong(key, "to stand beside " + std::string(belongs_to), "beside something else");
    }
  }
}

void DecodeForm(Fields& fields, Condition& condition) {
  const auto list = NonEmpty(ListOf(Record(DecodeCondition)));
  fields.Optional("fact", condition.name, kId);
  fields.Optional("procedure", condition.name, kId);
  fields.Optional("date", condition.name, DecodeNamedDate);
  fields.Optional("contradiction", condition.name, DecodeContradiction);
  fields.Optional("notified", condition.name, kId);
  fields.Optional("all", condition.children, list);
  fields.Optional("any", condition.children, list);
  fields.Optional("not", condition.children, DecodeNegated);
}

/// The words beside the form; none is asked for where the form itself is wrong.
void DecodeWordsOf(Fields& fields, Condition& condition, bool one_form) {
  const bool fact = one_form && condition.kind == Condition::Kind::kFact;
  const bool date = one_form && condition.kind == Condition::Kind::kDate;
  if (fact) DecodeFactWords(fields, condition);
  if (date) DecodeDateWords(fields, condition);
  if (!fact) RefuseWords(fields, {"in", "at_least", "at_most"}, one_form ? "\"fact\"" : "");
  if (!date) RefuseWords(fields, {"from", "before"}, one_form ? "\"date\"" : "");
  if (!fact && !date) RefuseWords(fields, {"is"}, one_form ? "\"fact\" or \"date\"" : "");
}

void ReportForms(Fields& fields, int forms) {
  std::string names;
  for (const auto& [kind, key] : kForms) {
    names += names.empty() ? "" : ", ";
    names += key;
  }
  fields.ReportWrong("when", "one of " + names, forms == 0 ? "none of them" : "several of them");
}

void DecodeCondition(Fields& fields, Condition& condition) {
  condition.span = fields.span();
  int forms = 0;
  for (const auto& [kind, key] : kForms) {
    if (!fields.Has(key)) continue;
    condition.kind = kind;
    ++forms;
  }
  DecodeForm(fields, condition);
  DecodeWordsOf(fields, condition, forms == 1);
  if (forms != 1) ReportForms(fields, forms);
}

}  // namespace

void DecodeWhen(const Value& value, model::Condition& when) {
  Record(DecodeCondition)(value, when);
}

void DecodeWhen(const Value& value, std::optional<model::Condition>& when) {
  DecodeWhen(value, when.emplace());
}

}  // namespace dossier::load
