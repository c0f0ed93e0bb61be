// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/model_tree.h"

#include <utility>

#include "compiler/compose/citations.h"

namespace dossier::compose {

ModelNode Node(std::string_view name) { return {.name = std::string(name)}; }

void SetAttribute(ModelNode& node, std::string_view name, std::string_view value) {
  if (!value.empty()) node.attributes.emplace_back(name, value);
}

void SetWords(ModelNode& node, std::string_view words, Span place) {
  if (words.empty()) return;
  node.children.push_back({.text = std::string(words), .span = place});
  node.span = place;
}

void AddWords(ModelNode& parent, std::string_view name, std::string_view words, Span place) {
  if (words.empty()) return;
  ModelNode node = Node(name);
  SetWords(node, words, place);
  parent.children.push_back(std::move(node));
}

void AddWords(const Context& context, ModelNode& parent, std::string_view name,
              const model::LocalizedText& words) {
  AddWords(parent, name, context.Say(words), words.span);
}

void AddNamed(const Context& context, ModelNode& parent, std::string_view name,
              std::string_view id) {
  if (id.empty()) return;
  ModelNode node = Node(name);
  SetAttribute(node, "id", id);
  SetWords(node, context.NameOf(id));
  parent.children.push_back(std::move(node));
}

void AddDate(const Context& context, ModelNode& parent, std::string_view name,
             const model::CaseDate& date) {
  if (!date.date && !date.pending) return;
  ModelNode node = Node(name);
  if (date.date) {
    SetAttribute(node, "iso", date.date->ToString());
    SetAttribute(node, "precision",
                 date.date->month() == 0 ? "year" : date.date->day() == 0 ? "month" : "day");
    SetWords(node, context.strings.DateInWords(*date.date), date.span);
  } else {
    SetAttribute(node, "pending", "yes");
  }
  parent.children.push_back(std::move(node));
}

void AddCites(const Context& context, ModelNode& parent,
              const std::vector<model::Citation>& citations) {
  for (const model::Citation& citation : citations) {
    ModelNode node = Node("cite");
    const resolve::BoundCitation& bound = context.resolved.Of(citation);
    SetAttribute(node, "exhibit", bound.exhibit);
    SetWords(node, CitationWords(context, citation));
    node.span = citation.span;
    parent.children.push_back(std::move(node));
  }
}

void AddUnlessEmpty(ModelNode& parent, ModelNode child) {
  if (!child.children.empty()) parent.children.push_back(std::move(child));
}

}  // namespace dossier::compose
