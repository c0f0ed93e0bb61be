// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/load/fields.h"
#include "compiler/model/case.h"

namespace dossier::load {

/// `lists`, `claims`, `figures` and `indexes` of facts.yaml. D0103 unless an operand is one of the
/// forms of rules/README.md; D0109 for entries of a list that share an id.
void DecodeClaims(Fields& fields, model::Case& loaded);

}  // namespace dossier::load
