// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/model/case.h"

namespace dossier::load {

inline constexpr std::string_view kLockPath = "dossier.lock";

/// Reads dossier.lock. A case without one has an empty lock; nothing after a finding.
std::optional<model::Lock> LoadLock(const io::FileSystem& files, diagnostics::Sources& sources,
                                    diagnostics::Sink& sink);

/// The text of dossier.lock: YAML, one key a line, so that a changed exhibit is a small difference.
/// In the order of `lock`; the same lock gives the same bytes, and `LoadLock` gives it back.
[[nodiscard]] std::string PrintLock(const model::Lock& lock);

}  // namespace dossier::load
