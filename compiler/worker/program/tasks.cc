// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/tasks.h"

#include <array>

#include "compiler/worker/pdf_tasks.h"
#include "compiler/worker/program/exhibit_tasks.h"
#include "compiler/worker/program/finished_tasks.h"
#include "compiler/worker/program/task.h"

namespace dossier::worker {

std::span<const Task> Tasks() {
  using inspect::MediaType;
  using inspect::TaskOf;
  static const std::array kTasks{
      Task{TaskOf(MediaType::kPdf), InspectPdf},
      Task{TaskOf(MediaType::kHtml), InspectHtml},
      Task{TaskOf(MediaType::kText), InspectText},
      Task{TaskOf(MediaType::kMarkdown), InspectMarkdown},
      Task{TaskOf(MediaType::kPng), InspectPng},
      Task{TaskOf(MediaType::kJpeg), InspectJpeg},
      Task{inspect::kPictureTask, MakePicture},
      Task{inspect::kSelfTestTask, SelfTest},
      Task{kAssembleTask, RunAssemble},
      Task{kFindHoleTask, RunFindHole},
      Task{kVerifyTask, RunVerify},
  };
  return kTasks;
}

}  // namespace dossier::worker
