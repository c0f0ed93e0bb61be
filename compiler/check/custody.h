// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/dates.h"
#include "compiler/model/case.h"

namespace dossier::check {

/// The date of the filing that an exhibit goes with: the one that it names, else the date `filing`
/// of the case. Nothing when that is not dated.
[[nodiscard]] std::optional<Date> FilingOf(const model::Case& source, const model::Exhibit& exhibit,
                                           const std::vector<evaluate::DateOverride>& as_of);

/// Whether what the register says of the way of an exhibit can be so: its chain of custody in order
/// of time, no step before the capture, no capture after the filing. Dates that overlap are in
/// order; times of day are compared where both are in UTC.
/// Reports: D0735, D0736, D0737. Source: Berkeley Protocol, paragraphs 155 and 167.
void CheckCustody(const model::Case& source, const std::vector<evaluate::DateOverride>& as_of,
                  diagnostics::Sink& sink);

}  // namespace dossier::check
