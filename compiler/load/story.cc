// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodeFact(Fields& fields, model::Fact& fact) {
  fields.Required("id", fact.id, kId);
  fields.Required("value", fact.value, kString);
  fields.Optional("cites", fact.cites, OneOrMore(kCitation));
  fields.Optional("subject", fact.subject, kId);
}

void DecodeEvent(Fields& fields, model::Event& event) {
  fields.Required("id", event.id, kId);
  fields.Required("date", event.date, kDate);
  fields.Optional("until", event.until, kDate);
  fields.Required("text", event.text, kWords);
  fields.Optional("persons", event.persons, OneOrMore(kId));
  fields.Optional("cites", event.cites, OneOrMore(kCitation));
}

}  // namespace

void DecodeFacts(Fields& fields, std::vector<model::Fact>& facts) {
  fields.Required("facts", facts, ListOf(Record(DecodeFact)));
}

void DecodeEvents(Fields& fields, std::vector<model::Event>& events) {
  fields.Required("events", events, ListOf(Record(DecodeEvent)));
}

}  // namespace dossier::load
