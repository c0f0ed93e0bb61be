// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodePerson(Fields& fields, model::Person& person) {
  fields.Required("id", person.id, kId);
  fields.Required("name", person.name, kWords);
  fields.Optional("variants", person.variants, ListOf(kString));
  fields.Optional("kind", person.kind, OneOf(model::PersonKindNames()));
  fields.Optional("role", person.role, kWords);
  fields.Optional("group", person.group, kId);
  fields.Optional("about", person.about, kWords);
  fields.Optional("contact", person.contact, OneOrMore(kString));
  fields.Optional("portrait", person.portrait, kPath);
  fields.Optional("protect", person.protect, OneOf(model::ProtectionNames()));
}

}  // namespace

void DecodePeople(Fields& fields, std::vector<model::Person>& people) {
  fields.Required("people", people, ListOf(Record(DecodePerson)));
}

}  // namespace dossier::load
