// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// `main` of a worker program: closes the process, runs the one task that the call names, answers
/// and ends the process without running destructors of libraries. Returns only when it refuses:
/// exit code 2 for a call that no parent of ours makes, `kNotClosed` where there is no sandbox.
[[nodiscard]] int RunWorker(int argc, char** argv, std::span<const Task> tasks);

}  // namespace dossier::worker
