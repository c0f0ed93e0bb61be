// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/claims.h"

#include <algorithm>
#include <optional>

#include "compiler/foundation/suggest.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using model::Operand;

constexpr model::Named<Operand::Kind> kForms[] = {
    {Operand::Kind::kNumber, "number"},   {Operand::Kind::kCount, "count"},
    {Operand::Kind::kTotal, "total"},     {Operand::Kind::kSum, "sum"},
    {Operand::Kind::kDifference, "difference"}, {Operand::Kind::kProduct, "product"},
    {Operand::Kind::kFigure, "figure"},   {Operand::Kind::kFact, "fact"}};

void DecodeOperand(Fields& fields, Operand& operand);

void DecodeCount(Fields& fields, Operand& operand) {
  fields.Required("list", operand.name, kId);
  fields.Optional("where", operand.filter.where, MapOf(NonEmpty(OneOrMore(kString))));
}

void DecodeTotal(Fields& fields, Operand& operand) {
  fields.Required("field", operand.field, kString);
  DecodeCount(fields, operand);
}

/// What is taken from what, or multiplied by what.
void DecodePair(const Value& value, std::vector<Operand>& parts) {
  if (!value.node.is_list() || value.node.items.size() != 2) {
    return ReportWrongType(value, "a list of two numbers");
  }
  ListOf(Record(DecodeOperand))(value, parts);
}

void DecodeOperand(Fields& fields, Operand& operand) {
  operand.span = fields.span();
  for (const auto& [kind, key] : kForms) {
    if (fields.Has(key)) operand.kind = kind;
  }
  fields.Optional("number", operand.number, kDecimal);
  fields.Optional("count", operand, Record(DecodeCount));
  fields.Optional("total", operand, Record(DecodeTotal));
  fields.Optional("sum", operand.parts, NonEmpty(ListOf(Record(DecodeOperand))));
  fields.Optional("difference", operand.parts, DecodePair);
  fields.Optional("product", operand.parts, DecodePair);
  fields.Optional("figure", operand.name, kId);
  fields.Optional("fact", operand.name, kId);
  fields.Optional("as_of", operand.as_of, kDate);
  const bool one = fields.RequireOneOf("operand", {"number", "count", "total", "sum", "difference",
                                                   "product", "figure", "fact"});
  if (one && fields.Has("as_of") && operand.kind != Operand::Kind::kFigure) {
    fields.ReportWrong("as_of", "to stand beside \"figure\"", "beside something else");
  }
}

void DecodeEntry(Fields& fields, model::ListEntry& entry) {
  fields.Required("id", entry.id, kId);
  fields.Optional("person", entry.person, kId);
  fields.Optional("cites", entry.cites, OneOrMore(kCitation));
  fields.Optional("fields", entry.fields, MapOf(kString));
}

void DecodeListField(Fields& fields, model::ListField& field) {
  fields.Optional("title", field.title, kWords);
  fields.Optional("values", field.values, MapOf(kWords));
}

/// D0114 for a value that its list does not name, where it names any.
void CheckValues(const model::FactList& list, const model::ListEntry& entry, diagnostics::Sink& sink) {
  for (const auto& [name, value] : entry.fields) {
    for (const auto& [known, field] : list.fields) {
      if (known.value != name.value || field.values.empty()) continue;
      std::vector<std::string_view> values;
      for (const auto& named : field.values) values.push_back(named.first.value);
      if (std::find(values.begin(), values.end(), value) != values.end()) continue;
      const std::optional<std::string> near = Closest(value, values);
      sink.Report({.kind = diagnostics::Kind::kListValueUnknown,
                   .args = {value, diagnostics::Id(list.id.value), diagnostics::Id(name.value)},
                   .place = name.span,
                   .related = {{"the values are named here", known.span}},
                   .hint = near ? diagnostics::Text("write \"{0}\"", {*near})
                                : diagnostics::Text("add it to \"values\" with the words that are printed for it")});
    }
  }
}

void DecodeList(Fields& fields, model::FactList& list) {
  fields.Required("id", list.id, kId);
  fields.Optional("title", list.title, kWords);
  fields.Optional("fields", list.fields, MapOf(Record(DecodeListField)));
  fields.Required("entries", list.entries, ListOf(Record(DecodeEntry)));
  for (const model::ListEntry& entry : list.entries) CheckValues(list, entry, fields.sink());
  ReportDuplicateIds(list.entries, fields.sink());
}

void DecodeClaim(Fields& fields, model::Claim& claim) {
  claim.span = fields.span();
  fields.Required("id", claim.id, kId);
  fields.Optional("says", claim.says, kWords);
  fields.Optional("cites", claim.cites, OneOrMore(kCitation));
  fields.Required("left", claim.left, Record(DecodeOperand));
  fields.Required("is", claim.relation, OneOf(model::RelationNames()));
  fields.Required("right", claim.right, Record(DecodeOperand));
}

void DecodeValue(Fields& fields, model::FigureValue& value) {
  value.span = fields.span();
  fields.Required("as_of", value.as_of, kDate);
  fields.Required("value", value.value, kDecimal);
  fields.Optional("cites", value.cites, OneOrMore(kCitation));
}

void DecodeUse(Fields& fields, model::FigureValue& value) {
  DecodeValue(fields, value);
  model::Text path;
  fields.Optional("in", path, kPath);
  value.in = path.value;
}

void DecodeFigure(Fields& fields, model::Figure& figure) {
  fields.Required("id", figure.id, kId);
  fields.Optional("title", figure.title, kWords);
  fields.Required("series", figure.series, NonEmpty(ListOf(Record(DecodeValue))));
  fields.Optional("used", figure.used, ListOf(Record(DecodeUse)));
}

void DecodeIndexClaim(Fields& fields, model::IndexClaim& index) {
  index.span = fields.span();
  fields.Required("id", index.id, kId);
  fields.Required("product", index.product, kString);
  fields.Required("edition", index.edition, kString);
  fields.Required("value", index.value, kDecimal);
  fields.Optional("of", index.of, kDecimal);
  fields.Optional("cites", index.cites, OneOrMore(kCitation));
}

}  // namespace

void DecodeClaims(Fields& fields, model::Case& loaded) {
  fields.Optional("lists", loaded.lists, ListOf(Record(DecodeList)));
  fields.Optional("claims", loaded.claims, ListOf(Record(DecodeClaim)));
  fields.Optional("figures", loaded.figures, ListOf(Record(DecodeFigure)));
  fields.Optional("indexes", loaded.indexes, ListOf(Record(DecodeIndexClaim)));
}

}  // namespace dossier::load
