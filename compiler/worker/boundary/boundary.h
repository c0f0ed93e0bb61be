// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/worker/boundary/task.h"
#include "compiler/worker/sandbox.h"
#include "compiler/worker/worker_call.h"

namespace dossier::worker {

/// Gives up what a worker must not have: limits on memory, time, files, processes and core dumps,
/// no new privileges or capabilities, death with its parent, whatever `CloseSandbox` can close.
/// Before any input is looked at.
Result<Sandbox> Confine(const WorkerCall& call,
                        std::span<const std::string_view> also_readable = {});

/// The sealed input, descriptor 0, mapped; lives until the process ends.
Result<ByteView> MapInput();

/// Runs the task and writes its answer to descriptor 3, sandbox first. Exit code of the process.
int RunTask(const WorkerCall& call, std::span<const Task> tasks, ByteView input, Sandbox sandbox);

}  // namespace dossier::worker
