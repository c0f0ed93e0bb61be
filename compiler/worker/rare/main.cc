// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "compiler/inspect/tasks.h"
#include "compiler/worker/boundary/run_worker.h"
#include "compiler/worker/rare/rare_tasks.h"

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  using dossier::inspect::MediaType;
  using dossier::inspect::TaskOf;
  const std::array tasks{
      Task{TaskOf(MediaType::kPng), InspectPng},
      Task{TaskOf(MediaType::kJpeg), InspectJpeg},
      Task{TaskOf(MediaType::kTiff), InspectTiff},
      Task{dossier::inspect::kPictureTask, MakePicture},
      Task{TaskOf(MediaType::kDocx), InspectDocx},
      Task{TaskOf(MediaType::kOdt), InspectOdt},
      Task{TaskOf(MediaType::kEmail), InspectEmail},
      Task{TaskOf(MediaType::kMhtml), InspectMhtml},
      Task{TaskOf(MediaType::kWarc), InspectWarc},
      Task{TaskOf(MediaType::kWacz), InspectWacz},
      Task{dossier::inspect::kSelfTestTask, RareSelfTest},
  };
  return RunWorker(argc, argv, tasks);
}
