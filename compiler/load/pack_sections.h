// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/load/fields.h"
#include "compiler/model/pack.h"

/// What stands in a pack beside its criteria. Keys: rules/README.md, "The other sections".
namespace dossier::load {

void DecodeExhibitRule(Fields& fields, model::ExhibitRule& rule);
void DecodeDeadline(Fields& fields, model::Deadline& deadline);
void DecodeChoice(Fields& fields, model::Choice& choice);
void DecodeDocumentRule(Fields& fields, model::DocumentRule& rule);
void DecodeCrosswalk(Fields& fields, model::Crosswalk& crosswalk);
void DecodeTailoring(Fields& fields, model::Tailoring& tailoring);

}  // namespace dossier::load
