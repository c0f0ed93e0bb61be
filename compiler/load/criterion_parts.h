// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/load/fields.h"
#include "compiler/model/rules.h"

/// What stands in a criterion beside its operator.
namespace dossier::load {

void DecodeLimb(Fields& fields, model::Limb& limb);
/// `presumption`, `exceptions`, `transitional`, `judgements`, `wording`.
void DecodeBeside(Fields& fields, model::Criterion& criterion);
/// D0109 for needs, limbs, defeaters, exceptions, judgements and concepts of the criterion itself.
void ReportDuplicateParts(const model::Criterion& criterion, diagnostics::Sink& sink);

}  // namespace dossier::load
