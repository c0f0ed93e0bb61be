// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "compiler/compose/case_view.h"
#include "compiler/compose/exhibit_provenance.h"
#include "compiler/compose/model_tree.h"

namespace dossier::compose {
namespace {

using model::Exhibit;
using resolve::BoundExhibit;

/// A person or organisation of the case, or words.
void AddParty(const Context& context, ModelNode& parent, std::string_view name,
              const std::string& party) {
  if (context.source.FindPerson(party) != nullptr) return AddNamed(context, parent, name, party);
  AddWords(parent, name, party);
}

ModelNode Letter(const Context& context, const model::Letter& letter) {
  ModelNode node = Node("letter");
  SetAttribute(node, "channel", letter.channel);
  SetAttribute(node, "answers", letter.answers.value);
  AddParty(context, node, "from", letter.from);
  for (const std::string& to : letter.to) AddParty(context, node, "to", to);
  AddDate(context, node, "sent", letter.sent);
  if (!letter.channel.empty()) {
    AddWords(node, "channel", context.strings.Word("channel", letter.channel));
  }
  return node;
}

ModelNode Translation(const Context& context, const model::Translation& translation) {
  ModelNode node = Node("translation");
  SetAttribute(node, "of", translation.of.value);
  SetAttribute(node, "certified", translation.certified ? "yes" : "");
  const Exhibit* of = context.source.FindExhibit(translation.of.value);
  if (of != nullptr) {
    const auto index = static_cast<std::size_t>(of - context.source.exhibits.data());
    AddWords(node, "label", context.resolved.exhibits[index].label);
  }
  AddWords(node, "by", translation.by);
  return node;
}

/// "und" is the tag of a language that nobody has stated, "zxx" of what has none.
void AddLanguages(const Context& context, ModelNode& node, const Exhibit& exhibit) {
  std::vector<std::string> seen = {"und", "zxx"};
  for (const model::PageLanguage& language : exhibit.languages) {
    if (std::find(seen.begin(), seen.end(), language.language) != seen.end()) continue;
    seen.push_back(language.language);
    ModelNode named = Node("language");
    SetAttribute(named, "id", language.language);
    SetWords(named, context.strings.Word("language", language.language));
    node.children.push_back(std::move(named));
  }
}

void AddParts(ModelNode& node, const Exhibit& exhibit, const BoundExhibit& bound) {
  for (std::size_t i = 0; i < exhibit.files.size() && i < bound.part_pages.size(); ++i) {
    if (exhibit.files[i].label.empty()) continue;
    ModelNode part = Node("part");
    SetAttribute(part, "pages", std::to_string(bound.part_pages[i]));
    SetWords(part, exhibit.files[i].label);
    node.children.push_back(std::move(part));
  }
}

void SetParticulars(ModelNode& node, const Exhibit& exhibit, const BoundExhibit& bound) {
  SetAttribute(node, "id", exhibit.id.value);
  SetAttribute(node, "kind", NameOf(model::ExhibitKindNames(), exhibit.kind));
  SetAttribute(node, "scope", NameOf(model::ScopeNames(), exhibit.scope));
  SetAttribute(node, "pages", std::to_string(bound.pages));
  SetAttribute(node, "section", exhibit.section);
  SetAttribute(node, "submitted", exhibit.submitted.value);
  SetAttribute(node, "source-note", exhibit.surrogate && bound.pages > 0 ? "yes" : "");
}

void AddDates(const Context& context, ModelNode& node, const Exhibit& exhibit) {
  AddDate(context, node, "date", exhibit.published.date ? exhibit.published : exhibit.event);
  AddDate(context, node, "happened", exhibit.event);
  AddDate(context, node, "published", exhibit.published);
  AddDate(context, node, "captured", exhibit.captured);
  AddDate(context, node, "received", exhibit.received);
}

ModelNode ExhibitOf(const Context& context, const Exhibit& exhibit, const BoundExhibit& bound) {
  ModelNode node = Node("exhibit");
  SetParticulars(node, exhibit, bound);
  AddWords(node, "label", bound.label);
  AddWords(context, node, "title", exhibit.title);
  AddWords(node, "kind", context.strings.Word("kind", NameOf(model::ExhibitKindNames(), exhibit.kind)));
  AddNamed(context, node, "publisher", exhibit.publisher.value);
  AddWords(node, "author", exhibit.author);
  AddDates(context, node, exhibit);
  AddLanguages(context, node, exhibit);
  AddWords(node, "url", exhibit.url);
  AddWords(node, "archived", exhibit.archived);
  for (const std::string& identifier : IdentifiersOf(exhibit)) {
    AddWords(node, "identifier", identifier);
  }
  if (exhibit.translation) node.children.push_back(Translation(context, *exhibit.translation));
  if (exhibit.letter) node.children.push_back(Letter(context, *exhibit.letter));
  AddParts(node, exhibit, bound);
  AddWords(node, "provenance", ProvenanceOf(context, exhibit));
  if (bound.sha256 && bound.pages > 0) AddWords(node, "digest", bound.sha256->ToHex());
  return node;
}

}  // namespace

ModelNode ModelExhibits(const Context& context) {
  ModelNode exhibits = Node("exhibits");
  for (const std::size_t index : ByLabel(context)) {
    const BoundExhibit& bound = context.resolved.exhibits[index];
    exhibits.children.push_back(ExhibitOf(context, context.source.exhibits[bound.index], bound));
  }
  return exhibits;
}

ModelNode ModelSections(const Context& context) {
  ModelNode sections = Node("sections");
  for (const model::Section& section : context.source.sections) {
    ModelNode node = Node("section");
    SetAttribute(node, "id", section.id.value);
    AddWords(node, "label", section.label);
    AddWords(context, node, "title", section.title);
    sections.children.push_back(std::move(node));
  }
  return sections;
}

}  // namespace dossier::compose
