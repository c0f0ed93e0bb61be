// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string_view>

#include "compiler/reading/codec.h"
#include "compiler/worker/boundary/run_worker.h"
#include "compiler/worker/ocr/ocr_tasks.h"

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  const std::array tasks{
      Task{dossier::reading::kEngineTask, TellEngine},
      Task{dossier::reading::kPageTask, ReadPage},
      Task{dossier::reading::kQuotationsTask, ReadQuotations},
  };
  // A page whose fonts are not in the file is drawn with those of the machine.
  constexpr std::array<std::string_view, 5> kFonts{"/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts",
                                                   "/usr/local/share/fonts", "/var/cache/fontconfig"};
  return RunWorker(argc, argv, tasks, {.also_readable = kFonts});
}
