// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/model/pack.h"

namespace dossier::load {

/// Reads one rule pack: `lt/foreigners-law` from the file `lt/foreigners-law.yaml` of `rules`.
///
/// Its places are named `pack:lt/foreigners-law`. Guarantees: every criterion has an authority (a
/// child that of its parent), exactly one operator, an id of its own within the pack. Nothing when
/// anything was reported: D0209 (at `id`, with a suggestion), D0302 to D0304, families 00 and 01.
std::optional<model::RulePack> LoadPack(const io::FileSystem& rules, const model::Text& id,
                                        diagnostics::Sources& sources, diagnostics::Sink& sink);

}  // namespace dossier::load
