// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// `main` of a worker program: closes the process, runs the one task that the call names, answers
/// and ends the process without running destructors of libraries. Returns only when it refuses:
/// exit code 2 for a call that no parent of ours makes, `kNotClosed` where there is no sandbox.
/// `also_readable` as for `CloseSandbox`.
[[nodiscard]] int RunWorker(int argc, char** argv, std::span<const Task> tasks,
                            std::span<const std::string_view> also_readable = {});

}  // namespace dossier::worker
