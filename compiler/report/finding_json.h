// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/finding.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/json/value.h"

namespace dossier::report {

/// A place as DESIGN section 6 has it: lines and columns from 1 in code points, or a page from 1.
[[nodiscard]] json::Value PlaceAsJson(const diagnostics::Place& place, const diagnostics::Sources& sources);

/// A finding, everywhere the same object, every key present, null where it does not apply.
/// `redact` leaves ids, codes and positions only.
[[nodiscard]] json::Value FindingAsJson(const diagnostics::Finding& finding, std::string_view fingerprint,
                                        const diagnostics::Sources& sources, bool redact);

}  // namespace dossier::report
