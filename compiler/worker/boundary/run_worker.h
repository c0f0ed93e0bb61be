// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// What the workers of one program need besides what all have.
struct Preparation {
  std::span<const std::string_view> also_readable = {};  // as for `CloseSandbox`
  /// Done once before the first call, so that no worker has to: libraries that build tables when they
  /// are first used. Sees no input.
  void (*warm_up)() = nullptr;
};

/// `main` of a worker program: serves calls. A worker closes itself, runs the one task that its call
/// names, answers and ends without running destructors of libraries. Its exit code is 2 for a call
/// that no parent of ours makes, `kNotClosed` where there is no sandbox; that of the program 2 when
/// a person started it.
[[nodiscard]] int RunWorker(int argc, char** argv, std::span<const Task> tasks,
                            const Preparation& preparation = {});

}  // namespace dossier::worker
