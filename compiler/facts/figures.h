// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/date.h"
#include "compiler/model/claims.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::facts {

/// D0605 for a value that is used and is not that of the series on its date: a false number, not an
/// old one. D0607 for a use without a date, for a date of which the series has no value, and for a
/// value that was overtaken before the filing.
void CheckFigure(const model::Figure& figure, const resolve::ResolvedCase& resolved,
                 const std::optional<Date>& filing, diagnostics::Sink& sink);

}  // namespace dossier::facts
