// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/run_worker.h"

#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "compiler/io/memory.h"
#include "compiler/worker/boundary/boundary.h"
#include "compiler/worker/boundary/serve.h"

namespace dossier::worker {
namespace {

int Refuse(const std::string& reason) {
  std::fprintf(stderr, "dossier-worker: %s\n", reason.c_str());
  return 2;
}

constexpr std::size_t kLargePage = std::size_t{2} << 20;

/// The rest of the large page that this worker shares with the program that forked it stays as it
/// is: each small page written there would be copied, a new large one costs less than ten of them.
void BeginNewPage() {
  static void* volatile rest = nullptr;
  rest = std::malloc(kLargePage);
}

int Work(const WorkerCall& call, std::span<const Task> tasks,
         std::span<const std::string_view> also_readable) {
  BeginNewPage();
  const auto sandbox = Confine(call, also_readable);
  if (!sandbox) return Refuse(sandbox.failure().reason);
  if (*sandbox == Sandbox::kNone && !call.may_stay_open) return kNotClosed;
  const auto input = MapInput();
  if (!input) return Refuse(input.failure().reason);
  // No destructors of libraries afterwards: the answer is out, and they are not ours to trust.
  return RunTask(call, tasks, *input, *sandbox);
}

}  // namespace

int RunWorker(int argc, char** argv, std::span<const Task> tasks, const Preparation& preparation) {
  struct stat input {};
  if (argc != 2 || argv[1] != kServeWord || ::fstat(STDIN_FILENO, &input) != 0 ||
      !S_ISSOCK(input.st_mode)) {
    return Refuse("this program is started by dossier");
  }
  io::KeepMemory();
  ::mallopt(M_MXFAST, 0);  // small pieces that wait to be merged are merged again and again
  if (preparation.warm_up != nullptr) preparation.warm_up();
  return Serve([&](const WorkerCall& call) { return Work(call, tasks, preparation.also_readable); });
}

}  // namespace dossier::worker
