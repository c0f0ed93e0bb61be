// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/model/pack.h"

namespace dossier::driver {

/// The calendars by which the packs count, each once, in the order in which they are named. One that
/// cannot be read is reported at the time limit that names it, and left out.
[[nodiscard]] std::vector<model::Calendar> LoadCalendars(const io::FileSystem& rules,
                                                         const std::vector<model::RulePack>& packs,
                                                         diagnostics::Sources& sources,
                                                         diagnostics::Sink& sink);

}  // namespace dossier::driver
