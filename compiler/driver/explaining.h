// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/driver/request.h"
#include "compiler/foundation/result.h"

namespace dossier::driver {

/// The page of a finding (by code or name), or a rule of the shipped packs in plain words
/// (`rulebook::RenderRule`): its source and how that was read, what it counts, what it was before
/// and became; with `--as-of`, whether it is in force on that day and what takes its place. A
/// failure names what was near.
[[nodiscard]] Result<std::string> ExplainWord(const Request& request);

}  // namespace dossier::driver
