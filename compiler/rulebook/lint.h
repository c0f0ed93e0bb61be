// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/date.h"
#include "compiler/model/pack.h"

namespace dossier::rulebook {

/// Looks for what cannot be meant, in the packs that are named (`named_by_case`); the others are
/// there to be referred to.
///
/// D0311: a branch that is in force at no time when its criterion is; a condition that contradicts
/// itself or what stands around it, in the cases that can be seen without knowing the facts; a
/// transitional entry behind one that covers its range, or outside the time in force; a branch that
/// stands twice; more branches wanted than there are; a kind of exhibit that `where` and `must` of
/// an exhibit rule do not share.
/// D0312: a need that no set of items can meet.
/// D0313: pinpoints that were compared with their sources longer ago than the pack allows at
/// `today`; not asked without a day.
/// D0314: days between two versions of a provision on which none is in force. Versions are criteria
/// with one instrument and pinpoint that read one date, and those that the crosswalk calls
/// equivalent, moved or changed.
/// D0226: an identifier in an authority, or in its address, that cannot be one.
///
/// Ids that refer to nothing are the business of `evaluate::BindRules`.
void Lint(const std::vector<model::RulePack>& packs, const std::optional<Date>& today,
          diagnostics::Sink& sink);

}  // namespace dossier::rulebook
