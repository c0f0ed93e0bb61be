// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "compiler/compose/model_tree.h"

namespace dossier::compose {
namespace {

ModelNode Fact(const Context& context, const model::Fact& fact) {
  ModelNode node = Node("fact");
  SetAttribute(node, "id", fact.id.value);
  SetAttribute(node, "value", fact.value);
  AddWords(context, node, "says", fact.says);
  AddNamed(context, node, "for", fact.subject.value);
  AddWords(node, "quote", fact.quote.value, fact.quote.span);
  AddCites(context, node, fact.cites);
  for (const model::Notification& notification : fact.notified) {
    ModelNode notified = Node("notified");
    AddNamed(context, notified, "to", notification.to.value);
    AddDate(context, notified, "date", notification.on);
    AddCites(context, notified, notification.cites);
    node.children.push_back(std::move(notified));
  }
  return node;
}

/// A value in the words of its list, with its place among them.
ModelNode Field(const Context& context, const model::FactList& list, const std::string& name,
                const std::string& value) {
  ModelNode node = Node("field");
  SetAttribute(node, "name", name);
  SetAttribute(node, "value", value);
  std::string words = value;
  for (const auto& [known, field] : list.fields) {
    if (known.value != name) continue;
    SetAttribute(node, "title", context.Say(field.title));
    for (std::size_t i = 0; i < field.values.size(); ++i) {
      if (field.values[i].first.value != value) continue;
      SetAttribute(node, "order", std::to_string(i + 1));
      words = context.Say(field.values[i].second);
    }
  }
  SetWords(node, words);
  return node;
}

ModelNode Entry(const Context& context, const model::FactList& list, const model::ListEntry& entry) {
  ModelNode node = Node("entry");
  SetAttribute(node, "id", entry.id.value);
  SetAttribute(node, "person", entry.person.value);
  if (!entry.person.value.empty()) AddWords(node, "name", context.NameOf(entry.person.value));
  for (const auto& [name, value] : entry.fields) {
    node.children.push_back(Field(context, list, name.value, value));
  }
  AddCites(context, node, entry.cites);
  return node;
}

std::string Written(model::Decimal number) {
  const bool negative = number.millionths < 0;
  const auto size = static_cast<std::uint64_t>(negative ? -(number.millionths + 1) : number.millionths) +
                    (negative ? 1U : 0U);
  std::string fraction = std::to_string(1000000U + size % 1000000U).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return (negative ? "-" : "") + std::to_string(size / 1000000U) +
         (fraction.empty() ? "" : "." + fraction);
}

}  // namespace

ModelNode ModelFacts(const Context& context) {
  ModelNode facts = Node("facts");
  for (const model::Fact& fact : context.source.facts) {
    facts.children.push_back(Fact(context, fact));
  }
  return facts;
}

ModelNode ModelLists(const Context& context) {
  ModelNode lists = Node("lists");
  for (const model::FactList& list : context.source.lists) {
    ModelNode node = Node("list");
    SetAttribute(node, "id", list.id.value);
    AddWords(context, node, "title", list.title);
    for (const model::ListEntry& entry : list.entries) {
      node.children.push_back(Entry(context, list, entry));
    }
    lists.children.push_back(std::move(node));
  }
  return lists;
}

ModelNode ModelFigures(const Context& context) {
  ModelNode figures = Node("figures");
  for (const model::Figure& figure : context.source.figures) {
    ModelNode node = Node("figure");
    SetAttribute(node, "id", figure.id.value);
    AddWords(context, node, "title", figure.title);
    for (const model::FigureValue& value : figure.series) {
      ModelNode point = Node("value");
      SetAttribute(point, "number", Written(value.value));
      AddDate(context, point, "date", {.date = value.as_of, .pending = false, .span = {}});
      AddCites(context, point, value.cites);
      node.children.push_back(std::move(point));
    }
    figures.children.push_back(std::move(node));
  }
  return figures;
}

/// What is claimed and where. Whether it holds is for `check`, and never gets in here.
ModelNode ModelClaims(const Context& context) {
  ModelNode claims = Node("claims");
  for (const model::Claim& claim : context.source.claims) {
    ModelNode node = Node("claim");
    SetAttribute(node, "id", claim.id.value);
    AddWords(context, node, "says", claim.says);
    AddCites(context, node, claim.cites);
    claims.children.push_back(std::move(node));
  }
  return claims;
}

}  // namespace dossier::compose
