// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "compiler/inspect/tasks.h"
#include "compiler/proofs/proof_codec.h"
#include "compiler/worker/boundary/run_worker.h"
#include "compiler/worker/pdf_tasks.h"
#include "compiler/worker/program/exhibit_tasks.h"
#include "compiler/worker/program/finished_tasks.h"

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  using dossier::inspect::MediaType;
  using dossier::inspect::TaskOf;
  const std::array tasks{
      Task{TaskOf(MediaType::kPdf), InspectPdf},
      Task{TaskOf(MediaType::kHtml), InspectHtml},
      Task{TaskOf(MediaType::kText), InspectText},
      Task{TaskOf(MediaType::kMarkdown), InspectMarkdown},
      Task{TaskOf(MediaType::kTranscript), InspectTranscript},
      Task{dossier::proofs::kReadProofTask, RunReadProof},
      Task{dossier::inspect::kSelfTestTask, SelfTest},
      Task{kAssembleTask, RunAssemble},
      Task{kFindHoleTask, RunFindHole},
      Task{kVerifyTask, RunVerify},
  };
  return RunWorker(argc, argv, tasks, {.warm_up = WarmUp});
}
