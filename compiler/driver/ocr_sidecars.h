// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/reading/sidecar.h"

namespace dossier::driver {

/// What an earlier `dossier ocr` wrote of one file; a failure when there is something else, nothing
/// when there is nothing.
[[nodiscard]] std::optional<Result<reading::Sidecar>> SidecarOf(const Session& session, const model::Exhibit& exhibit,
                                                                std::size_t part);

/// Gives the pages of a file that have no words of their own those that a machine read, and says of
/// each page where its words come from. Takes only what was read of these very bytes and, where the
/// file is locked, what the lock pins; another sidecar counts as rejected.
/// Reports: D0746, D0747, D0749.
void TakeSidecar(Session& session, const model::Exhibit& exhibit, std::size_t part, ExhibitFile& file);

/// The same for every file of the case.
void TakeSidecars(Session& session, Intake& intake);

/// "1-3, 7".
[[nodiscard]] std::string PageRanges(const std::vector<int>& pages);

}  // namespace dossier::driver
