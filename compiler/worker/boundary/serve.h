// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "compiler/worker/worker_call.h"

namespace dossier::worker {

/// Takes calls from the socket that is descriptor 0 until it is closed, forks a worker for each, and
/// tells how it ended. In the worker, descriptors 0 to 3 are input, messages twice and answer, and
/// nothing else is open; `work` closes it and does the task, and its answer is the exit code.
///
/// The worker dies with this process, and this process with all its workers when the socket closes.
/// Needs: one thread. Returns the exit code of the program.
[[nodiscard]] int Serve(const std::function<int(const WorkerCall&)>& work);

}  // namespace dossier::worker
