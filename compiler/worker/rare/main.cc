// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "compiler/inspect/tasks.h"
#include "compiler/worker/boundary/run_worker.h"
#include "compiler/worker/rare/rare_tasks.h"

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  const std::array tasks{
      Task{dossier::inspect::kSelfTestTask, RareSelfTest},
  };
  return RunWorker(argc, argv, tasks);
}
