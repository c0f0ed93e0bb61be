// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/load/fields.h"
#include "compiler/model/rules.h"

/// A criterion with everything in it. Keys: rules/README.md, "A criterion".
namespace dossier::load {

/// A criterion, or an objection, of a pack. D0302 to D0304; D0109 for ids that two of its parts
/// share; families 00 and 01. The children speak with its authority unless they name their own.
void DecodeCriterion(Fields& fields, model::Criterion& criterion);

void DecodeAuthority(Fields& fields, model::Authority& authority);
/// The key `authority`; D0302 when it is missing.
void RequireAuthority(Fields& fields, const std::string& id, model::Authority& authority);

}  // namespace dossier::load
