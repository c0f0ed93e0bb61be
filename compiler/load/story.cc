// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/claims.h"
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodeNotification(Fields& fields, model::Notification& notification) {
  fields.Required("to", notification.to, kId);
  fields.Required("on", notification.on, kDate);
  fields.Optional("cites", notification.cites, OneOrMore(kCitation));
}

void DecodeFact(Fields& fields, model::Fact& fact) {
  fields.Required("id", fact.id, kId);
  fields.Required("value", fact.value, kString);
  fields.Optional("cites", fact.cites, OneOrMore(kCitation));
  fields.Optional("quote", fact.quote, kString);
  fields.Optional("subject", fact.subject, kId);
  fields.Optional("says", fact.says, kWords);
  fields.Optional("material", fact.material, kBoolean);
  fields.Optional("unsupported", fact.unsupported, kBoolean);
  fields.Optional("notified", fact.notified, ListOf(Record(DecodeNotification)));
}

void DecodeEvent(Fields& fields, model::Event& event) {
  fields.Required("id", event.id, kId);
  fields.Required("date", event.date, kDate);
  fields.Optional("until", event.until, kDate);
  fields.Required("text", event.text, kWords);
  fields.Optional("persons", event.persons, OneOrMore(kId));
  fields.Optional("cites", event.cites, OneOrMore(kCitation));
  fields.Optional("quote", event.quote, kString);
  fields.Optional("incident", event.incident, kBoolean);
}

}  // namespace

void DecodeFacts(Fields& fields, model::Case& loaded) {
  fields.Optional("facts", loaded.facts, ListOf(Record(DecodeFact)));
  DecodeClaims(fields, loaded);
  fields.RequireSomeOf("file", {"facts", "lists", "claims", "figures", "indexes"});
}

void DecodeEvents(Fields& fields, std::vector<model::Event>& events) {
  fields.Required("events", events, ListOf(Record(DecodeEvent)));
}

}  // namespace dossier::load
