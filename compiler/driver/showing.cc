// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/showing.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/escape.h"
#include "compiler/report/text_report.h"

namespace dossier::driver {

ExitCode Refuse(ExitCode code, const std::string& reason) {
  (void)io::WriteStderr("dossier: " + report::Printable(reason) + "\n");
  return code;
}

ExitCode RefuseWith(ExitCode code, const diagnostics::Finding& finding, const diagnostics::Sources& sources) {
  (void)io::WriteStderr(report::FindingsAsText({finding}, sources, {}));
  return code;
}

ExitCode ShowResult(const std::string& text, const std::string& output) {
  const Result<Done> written = output.empty() ? io::WriteStdout(text) : io::WriteWhole(output, text);
  if (written) return ExitCode::kClean;
  const std::string target = output.empty() ? "standard output" : output;
  return RefuseWith(ExitCode::kOutputFailed,
                    {.kind = diagnostics::Kind::kOutputFailed,
                     .args = {target, written.failure().reason},
                     .place = diagnostics::Place::InFile(target)},
                    {});
}

bool UseColor(const Request& request, int descriptor) {
  if (request.color != ColorWhen::kAuto) return request.color == ColorWhen::kAlways;
  return std::getenv("NO_COLOR") == nullptr && ::isatty(descriptor) == 1;
}

ExitCode Worse(ExitCode a, ExitCode b) {
  constexpr std::array kOrder = {ExitCode::kBug,   ExitCode::kNotLoaded, ExitCode::kOutputFailed,
                                 ExitCode::kUsage, ExitCode::kFindings,  ExitCode::kNothingChecked,
                                 ExitCode::kClean};
  return *std::find_if(kOrder.begin(), kOrder.end(), [&](ExitCode code) { return code == a || code == b; });
}

}  // namespace dossier::driver
