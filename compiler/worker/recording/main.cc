// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "compiler/inspect/tasks.h"
#include "compiler/worker/boundary/run_worker.h"
#include "compiler/worker/recording/recording_tasks.h"

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  const std::array tasks{
      Task{dossier::inspect::TaskOf(dossier::inspect::MediaType::kVideo), InspectRecording},
      Task{dossier::inspect::kSelfTestTask, RecordingSelfTest},
  };
  return RunWorker(argc, argv, tasks);
}
