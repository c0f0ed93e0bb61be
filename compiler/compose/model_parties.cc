// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "compiler/compose/case_view.h"
#include "compiler/compose/model_tree.h"

namespace dossier::compose {
namespace {

/// Contact and portrait of a protected person are left out: they name as a name does.
ModelNode Party(const Context& context, std::string_view name, const model::Person& person) {
  const bool open = person.protect == model::Protection::kNone;
  ModelNode node = Node(name);
  SetAttribute(node, "id", person.id.value);
  SetAttribute(node, "group", person.group);
  if (!open) SetAttribute(node, "protected", "yes");
  AddWords(node, "name", context.NameOf(person.id.value), person.name.span);
  AddWords(context, node, "role", person.role);
  if (!open) return node;
  for (const std::string& spelling : OtherSpellings(context, person)) {
    AddWords(node, "spelling", spelling);
  }
  AddWords(context, node, "about", person.about);
  for (const std::string& line : person.contact) AddWords(node, "contact", line);
  if (!person.portrait.value.empty()) {
    ModelNode portrait = Node("portrait");
    SetAttribute(portrait, "file", person.portrait.value);
    SetWords(portrait, context.NameOf(person.id.value));
    node.children.push_back(std::move(portrait));
  }
  return node;
}

}  // namespace

ModelNode ModelParties(const Context& context, std::string_view name, std::string_view member,
                       const std::vector<model::Text>& ids) {
  ModelNode parties = Node(name);
  for (const model::Text& id : ids) {
    const model::Person* person = context.source.FindPerson(id.value);
    if (person != nullptr) parties.children.push_back(Party(context, member, *person));
  }
  return parties;
}

ModelNode ModelPeople(const Context& context, model::PersonKind kind) {
  const bool persons = kind == model::PersonKind::kPerson;
  ModelNode people = Node(persons ? "people" : "organisations");
  for (const model::Person& person : context.source.people) {
    if (person.kind != kind) continue;
    people.children.push_back(Party(context, persons ? "person" : "organisation", person));
  }
  return people;
}

}  // namespace dossier::compose
