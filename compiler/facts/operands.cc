// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/operands.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "compiler/foundation/joined.h"
#include "compiler/foundation/suggest.h"

namespace dossier::facts {
namespace {

using diagnostics::Arg;
using diagnostics::Id;
using diagnostics::Number;
using diagnostics::Text;
using model::FactList;
using model::ListEntry;
using model::Operand;

Computed Problem(Arg problem, Span place, Text hint = {}) {
  Computed computed;
  computed.problem = std::move(problem);
  computed.place = place;
  computed.hint = std::move(hint);
  return computed;
}

/// "there is no list "x"", with the nearest id there is.
Computed Unknown(std::string_view what, const model::Text& name,
                 const std::vector<std::string_view>& known) {
  const std::string problem = "there is no " + std::string(what) + " \"" + name.value + "\"";
  if (const auto meant = Closest(name.value, known)) {
    return Problem(Id(problem), name.span, {"did you mean \"{0}\"?", {Id(*meant)}});
  }
  return Problem(Id(problem), name.span, {"add it to facts.yaml, or correct the id"});
}

Computed UnknownField(const FactList& list, const model::Text& field,
                      const std::vector<std::string_view>& known) {
  const Arg problem =
      Id("no entry of list " + list.id.value + " has a field \"" + field.value + "\"");
  if (const auto meant = Closest(field.value, known)) {
    return Problem(problem, field.span, {"did you mean \"{0}\"?", {Id(*meant)}});
  }
  if (known.empty()) return Problem(problem, field.span, {"give the entries \"fields\""});
  return Problem(problem, field.span, {"their fields are: {0}", {Id(Joined(known))}});
}

const std::string* FieldOf(const ListEntry& entry, std::string_view field) {
  for (const auto& [name, word] : entry.fields) {
    if (name.value == field) return &word;
  }
  return nullptr;
}

std::vector<std::string_view> FieldsOf(const FactList& list) {
  std::set<std::string_view> names;
  for (const ListEntry& entry : list.entries) {
    for (const auto& field : entry.fields) names.insert(field.first.value);
  }
  return {names.begin(), names.end()};
}

bool Matches(const ListEntry& entry, const model::ListFilter& filter) {
  return std::all_of(filter.where.begin(), filter.where.end(), [&](const auto& condition) {
    const std::string* word = FieldOf(entry, condition.first.value);
    return word != nullptr && std::find(condition.second.begin(), condition.second.end(), *word) !=
                                  condition.second.end();
  });
}

/// "result a or b, addressee c"; the words are those of the source and may be personal.
std::string WordsOf(const model::ListFilter& filter) {
  std::string words;
  for (const auto& [field, wanted] : filter.where) {
    words += (words.empty() ? "" : ", ") + field.value + " ";
    for (std::size_t i = 0; i < wanted.size(); ++i) words += (i > 0 ? " or " : "") + wanted[i];
  }
  return words;
}

class Computation {
 public:
  explicit Computation(const model::Case& source) : source_(source) {}

  [[nodiscard]] Computed Of(const Operand& operand) const;

 private:
  [[nodiscard]] Computed OfList(const Operand& operand) const;
  [[nodiscard]] Computed Total(const Operand& operand, const FactList& list,
                               const std::vector<const ListEntry*>& entries) const;
  [[nodiscard]] Computed OfParts(const Operand& operand) const;
  [[nodiscard]] Computed OfFigure(const Operand& operand) const;
  [[nodiscard]] Computed OfFact(const Operand& operand) const;

  const model::Case& source_;
};

/// A word of the filter that no entry has is most likely misspelt; a count of none is no error, so
/// it is only related.
void RelateUnusedWords(const Operand& operand, const FactList& list, Computed& computed) {
  for (const auto& [field, wanted] : operand.filter.where) {
    std::set<std::string_view> used;
    for (const ListEntry& entry : list.entries) {
      if (const std::string* word = FieldOf(entry, field.value)) used.insert(*word);
    }
    for (const std::string& word : wanted) {
      if (used.count(word) > 0) continue;
      const auto meant = Closest(word, {used.begin(), used.end()});
      computed.basis.push_back({meant ? Text("no entry has {0} \"{1}\"; did you mean \"{2}\"?",
                                             {Id(field.value), word, *meant})
                                      : Text("no entry has {0} \"{1}\"", {Id(field.value), word}),
                                field.span});
    }
  }
}

Computed Computation::Total(const Operand& operand, const FactList& list,
                            const std::vector<const ListEntry*>& entries) const {
  Computed total;
  total.value = Decimal{};
  for (const ListEntry* entry : entries) {
    const std::string* word = FieldOf(*entry, operand.field.value);
    if (word == nullptr) {
      return Problem(Id("entry " + entry->id.value + " of list " + list.id.value +
                        " has no field \"" + operand.field.value + "\""),
                     entry->id.span, {"give it the number, or leave it out by \"where\""});
    }
    const std::optional<Decimal> number = ParseDecimal(*word);
    if (!number) {
      return Problem(Id("field \"" + operand.field.value + "\" of entry " + entry->id.value +
                        " is not a number"),
                     entry->id.span, {"write it in digits, with a point and at most six places"});
    }
    total.value = Add(*total.value, *number);
    if (!total.value) return Problem(Id("the total is too large"), operand.span);
  }
  total.how = ToText(*total.value) + " (" + operand.field.value + " in " + list.id.value + ")";
  return total;
}

Computed Computation::OfList(const Operand& operand) const {
  const auto list =
      std::find_if(source_.lists.begin(), source_.lists.end(),
                   [&](const FactList& one) { return one.id.value == operand.name.value; });
  if (list == source_.lists.end()) {
    std::vector<std::string_view> known;
    for (const FactList& one : source_.lists) known.emplace_back(one.id.value);
    return Unknown("list", operand.name, known);
  }
  const std::vector<std::string_view> fields = FieldsOf(*list);
  const auto known = [&](const model::Text& field) {
    return list->entries.empty() ||
           std::find(fields.begin(), fields.end(), field.value) != fields.end();
  };
  for (const auto& condition : operand.filter.where) {
    if (!known(condition.first)) return UnknownField(*list, condition.first, fields);
  }
  if (operand.kind == Operand::Kind::kTotal && !known(operand.field)) {
    return UnknownField(*list, operand.field, fields);
  }
  std::vector<const ListEntry*> entries;
  for (const ListEntry& entry : list->entries) {
    if (Matches(entry, operand.filter)) entries.push_back(&entry);
  }
  Computed computed;
  if (operand.kind == Operand::Kind::kTotal) {
    computed = Total(operand, *list, entries);
    if (!computed.value) return computed;
  } else {
    computed.value = OfWhole(entries.size());
    computed.how = std::to_string(entries.size()) + " in " + list->id.value;
  }
  const auto count = [](std::size_t number) { return Number(static_cast<long long>(number)); };
  const std::string filter = WordsOf(operand.filter);
  computed.basis.push_back(
      {filter.empty()
           ? Text("list {0} has {1} entries", {Id(list->id.value), count(entries.size())})
           : Text("{0} of the {1} entries of list {2} have {3}",
                  {count(entries.size()), count(list->entries.size()), Id(list->id.value), filter}),
       list->id.span});
  RelateUnusedWords(operand, *list, computed);
  return computed;
}

Computed Computation::OfParts(const Operand& operand) const {
  Computed result;
  result.from_terms = true;
  std::string_view sign = " + ";
  if (operand.kind == Operand::Kind::kDifference) sign = " - ";
  if (operand.kind == Operand::Kind::kProduct) sign = " * ";
  if (operand.parts.empty()) return Problem(Id("there is nothing to compute"), operand.span);
  for (std::size_t i = 0; i < operand.parts.size(); ++i) {
    const Operand& child = operand.parts[i];
    Computed part = Of(child);
    if (!part.value) return part;
    result.how +=
        (i > 0 ? std::string(sign) : "") + (part.from_terms ? "(" + part.how + ")" : part.how);
    std::move(part.basis.begin(), part.basis.end(), std::back_inserter(result.basis));
    if (i == 0) {
      result.value = part.value;
    } else if (operand.kind == Operand::Kind::kSum) {
      result.value = Add(*result.value, *part.value);
    } else if (operand.kind == Operand::Kind::kDifference) {
      result.value = Subtract(*result.value, *part.value);
    } else {
      result.value = Multiply(*result.value, *part.value);
    }
    if (!result.value) {
      return Problem(Id("the result is too large, or has more than six decimal places"),
                     operand.span);
    }
  }
  return result;
}

Computed Computation::OfFigure(const Operand& operand) const {
  const auto figure =
      std::find_if(source_.figures.begin(), source_.figures.end(),
                   [&](const model::Figure& one) { return one.id.value == operand.name.value; });
  if (figure == source_.figures.end()) {
    std::vector<std::string_view> known;
    for (const model::Figure& one : source_.figures) known.emplace_back(one.id.value);
    return Unknown("figure", operand.name, known);
  }
  if (!operand.as_of) {
    return Problem(Id("figure " + figure->id.value + " is used without its date"),
                   operand.name.span, {"add \"as_of\""});
  }
  const model::FigureValue* value = FindAt(*figure, *operand.as_of);
  if (value == nullptr) {
    return Problem(
        Id("figure " + figure->id.value + " has no single value for " + operand.as_of->ToString()),
        operand.name.span, {"use a date of its series"});
  }
  Computed computed;
  computed.value = value->value;
  computed.how =
      ToText(value->value) + " (" + figure->id.value + " of " + value->as_of->ToString() + ")";
  computed.basis.push_back(
      {{"figure {0} of {1} stands here", {Id(figure->id.value), Id(value->as_of->ToString())}},
       value->span});
  return computed;
}

Computed Computation::OfFact(const Operand& operand) const {
  const model::Fact* found = nullptr;
  for (const model::Fact& fact : source_.facts) {
    if (fact.id.value != operand.name.value) continue;
    if (found != nullptr && found->value != fact.value) {
      return Problem(Id("fact " + fact.id.value + " is stated with different values"),
                     operand.name.span, {"use a fact that is stated once"});
    }
    found = &fact;
  }
  if (found == nullptr) {
    std::vector<std::string_view> known;
    for (const model::Fact& fact : source_.facts) known.emplace_back(fact.id.value);
    return Unknown("fact", operand.name, known);
  }
  Computed computed;
  computed.value = ParseDecimal(found->value);
  if (!computed.value) {
    return Problem(Id("fact " + found->id.value + " is not a number"), operand.name.span,
                   {"write its value in digits, with a point and at most six places"});
  }
  computed.how = ToText(*computed.value) + " (fact " + found->id.value + ")";
  computed.basis.push_back({{"fact {0} is stated here", {Id(found->id.value)}}, found->id.span});
  return computed;
}

Computed Computation::Of(const Operand& operand) const {
  switch (operand.kind) {
    case Operand::Kind::kNumber: {
      Computed computed;
      computed.value = operand.number;
      computed.how = ToText(operand.number);
      return computed;
    }
    case Operand::Kind::kCount:
    case Operand::Kind::kTotal:
      return OfList(operand);
    case Operand::Kind::kSum:
    case Operand::Kind::kDifference:
    case Operand::Kind::kProduct:
      return OfParts(operand);
    case Operand::Kind::kFigure:
      return OfFigure(operand);
    case Operand::Kind::kFact:
      return OfFact(operand);
  }
  return {};
}

bool Overlap(const Date& a, const Date& b) {
  return !a.CertainlyBefore(b) && !b.CertainlyBefore(a);
}

/// The only value among those that are meant; nothing when there is none or they differ.
template <typename IsMeant>
const model::FigureValue* OnlyOne(const model::Figure& figure, const IsMeant& is_meant) {
  const model::FigureValue* found = nullptr;
  for (const model::FigureValue& value : figure.series) {
    if (!value.as_of || !is_meant(*value.as_of)) continue;
    if (found != nullptr && found->value != value.value) return nullptr;
    if (found == nullptr) found = &value;
  }
  return found;
}

}  // namespace

const model::FigureValue* FindAt(const model::Figure& figure, const Date& as_of) {
  const bool stated =
      std::any_of(figure.series.begin(), figure.series.end(),
                  [&](const model::FigureValue& value) { return value.as_of == as_of; });
  if (stated) return OnlyOne(figure, [&](const Date& date) { return date == as_of; });
  return OnlyOne(figure, [&](const Date& date) { return Overlap(date, as_of); });
}

Computed Compute(const Operand& operand, const model::Case& source) {
  return Computation(source).Of(operand);
}

}  // namespace dossier::facts
