// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/date.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::facts {

/// Holds what the documents say about numbers against the lists and series of facts.yaml.
///
/// Claims: both sides are computed exactly, never rounded; a result with more than six decimal
/// places or beyond some nine million millions is refused. An entry of a list counts once, however
/// many of the words of a filter it meets. What cannot be computed was not checked, and is said.
/// Figures: a value that is used must be one of the series, and the latest that was known before
/// the filing; without a filing, the latest.
/// Indexes: at least one of the cited exhibits must be a ranking, and of the product, edition and
/// scale that are claimed.
///
/// `filing`: the date of the filing, when there is one.
/// Needs:   ids are unique within their list.
/// Gives:   findings in the order of facts.yaml; claims, then figures, then indexes.
/// Reports: D0605 to D0608.
/// Reads no files and no clock.
void CheckClaims(const resolve::ResolvedCase& resolved, const std::optional<Date>& filing,
                 diagnostics::Sink& sink);

}  // namespace dossier::facts
