// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/run_worker.h"

#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <string>

#include "compiler/worker/boundary/boundary.h"

namespace dossier::worker {
namespace {

int Refuse(const std::string& reason) {
  std::fprintf(stderr, "dossier-worker: %s\n", reason.c_str());
  return 2;
}

/// A worker lives for one task: memory that it gave back it will want again, and nobody else waits
/// for it. Without this a third of the time of a large bundle goes into returning and merging it.
void KeepMemory() {
  constexpr int kNever = 1 << 30;
  ::mallopt(M_MXFAST, 0);
  ::mallopt(M_TRIM_THRESHOLD, kNever);
  ::mallopt(M_MMAP_THRESHOLD, kNever);
}

}  // namespace

int RunWorker(int argc, char** argv, std::span<const Task> tasks) {
  KeepMemory();
  const auto call = ReadCall({argv, static_cast<std::size_t>(argc)});
  if (!call) return Refuse(call.failure().reason);
  const auto sandbox = Confine(*call);
  if (!sandbox) return Refuse(sandbox.failure().reason);
  if (*sandbox == Sandbox::kNone && !call->may_stay_open) return kNotClosed;
  const auto input = MapInput();
  if (!input) return Refuse(input.failure().reason);
  const int code = RunTask(*call, tasks, *input, *sandbox);
  // No destructors of libraries: the answer is out, and they are not ours to trust.
  ::_exit(code);
}

}  // namespace dossier::worker
