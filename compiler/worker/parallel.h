// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace dossier::worker {

/// Calls `action` for 0 to `count` - 1, up to `jobs` at a time (0: one per processor), and returns
/// when all are done. `action` must not throw. The order of calls is not defined, so an action
/// writes to its own place only.
void ForEach(std::size_t count, int jobs, const std::function<void(std::size_t)>& action);

}  // namespace dossier::worker
