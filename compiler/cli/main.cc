// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <string>
#include <variant>
#include <vector>

#include "compiler/cli/command_line.h"
#include "compiler/driver/driver.h"
#include "compiler/io/process.h"
#include "compiler/io/standard_output.h"

namespace {

using dossier::driver::Command;
using dossier::driver::ExitCode;
using dossier::driver::Request;

int Code(ExitCode code) { return static_cast<int>(code); }

int Run(const std::vector<std::string>& words) {
  auto parsed = dossier::cli::ParseCommandLine(words);
  if (const auto* error = std::get_if<dossier::cli::UsageError>(&parsed)) {
    std::string text = "dossier: " + error->message + "\n";
    if (!error->hint.empty()) text += "help: " + error->hint + "\n";
    (void)dossier::io::WriteStderr(text);
    return Code(ExitCode::kUsage);
  }
  const Request& request = std::get<Request>(parsed);
  if (request.command == Command::kHelp) {
    return dossier::io::WriteStdout(dossier::cli::HelpText(request.help_topic)) ? 0 : Code(ExitCode::kOutputFailed);
  }
  return Code(dossier::driver::Run(request));
}

}  // namespace

int main(int argc, char** argv) {
  dossier::io::PrepareProcess();
  try {
    return Run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const std::exception& exception) {
    // Nothing throws past its folder; what still arrives here is a bug or an empty memory.
    (void)dossier::io::WriteStderr(std::string("dossier: internal error: ") + exception.what() + "\n");
    return Code(ExitCode::kBug);
  }
}
