// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/load/fields.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

/// The keys of each kind of file, one function a kind, for `DecodeFile`. A kind that several files
/// may hold adds to what is there.
namespace dossier::load {

void DecodeHeader(Fields& fields, model::Header& header);                        // dossier.yaml
void DecodePeople(Fields& fields, std::vector<model::Person>& people);           // people.yaml
void DecodeExhibits(Fields& fields, model::Case& loaded);                         // exhibits.yaml
void DecodeGrounds(Fields& fields, std::vector<model::Ground>& grounds);         // grounds.yaml
void DecodeDecisions(Fields& fields, std::vector<model::AdverseDecision>& all);  // decision.yaml
void DecodeFacts(Fields& fields, model::Case& loaded);                           // facts.yaml
void DecodeEvents(Fields& fields, std::vector<model::Event>& events);            // events.yaml
void DecodeAuthor(Fields& fields, model::Author& author);                        // author.yaml
void DecodeReviews(Fields& fields, std::vector<model::Review>& reviews);         // reviews.yaml
void DecodePack(Fields& fields, model::RulePack& pack);                          // a rule pack
void DecodeCalendar(Fields& fields, model::Calendar& calendar);                  // a calendar
void DecodeLock(Fields& fields, model::Lock& lock);                              // dossier.lock

/// The key `print` of dossier.yaml.
void DecodePrint(Fields& fields, model::Print& print);

/// Parts of files that the tests of packs state as well.
void DecodeCapture(Fields& fields, std::optional<model::Capture>& capture);
void DecodeNewElement(Fields& fields, std::optional<model::NewElement>& element);

/// D0111 for every criterion and subject that two grounds share.
void ReportDuplicateGrounds(const std::vector<model::Ground>& grounds, diagnostics::Sink& sink);

}  // namespace dossier::load
