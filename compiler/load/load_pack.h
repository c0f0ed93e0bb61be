// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/model/pack.h"

namespace dossier::load {

/// Reads one rule pack: `lt/foreigners-law` from the file `lt/foreigners-law.yaml` of `rules`.
///
/// Its places are named `pack:lt/foreigners-law`. Guarantees: every rule has an authority (a child
/// that of its parent) and an id of its own within the pack, every criterion exactly one operator,
/// ranges begin before they end, lists that must say something are not empty. Whether ids of rules
/// refer to anything is not looked at. Nothing when anything was reported: D0209 (at `id`, with a
/// suggestion), D0302 to D0304, families 00 and 01.
std::optional<model::RulePack> LoadPack(const io::FileSystem& rules, const model::Text& id,
                                        diagnostics::Sources& sources, diagnostics::Sink& sink);

/// The packs of `ids` in their order, then those that they extend, then those that these extend:
/// each once. `named_by_case` is false for the ones that nobody named. Packs that extend one another
/// in a circle are read once each.
///
/// Nothing when a pack could not be read; all of them are tried first. Reports what `LoadPack`
/// reports, an unknown pack where it is named or extended.
std::optional<std::vector<model::RulePack>> LoadPacks(const io::FileSystem& rules,
                                                      const std::vector<model::Text>& ids,
                                                      diagnostics::Sources& sources,
                                                      diagnostics::Sink& sink);

/// The ids of the packs that are there, sorted. Tests, calendars and schemas are none.
std::vector<std::string> PackIds(const io::FileSystem& rules);

/// Reads rules/calendars/<id>.yaml. Guarantees: days exist, years of a holiday begin before they
/// end. Nothing when anything was reported: D0211 (at `id`), families 00 and 01.
std::optional<model::Calendar> LoadCalendar(const io::FileSystem& rules, const model::Text& id,
                                            diagnostics::Sources& sources,
                                            diagnostics::Sink& sink);

}  // namespace dossier::load
