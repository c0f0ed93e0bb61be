// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/driver.h"

#include "compiler/driver/building.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/locking.h"
#include "compiler/driver/packing.h"
#include "compiler/driver/quoting.h"
#include "compiler/driver/showing.h"
#include "compiler/driver/signing.h"
#include "compiler/driver/starting.h"
#include "compiler/driver/verifying.h"
#include "compiler/driver/why.h"
#include "compiler/worker/run.h"

namespace dossier::driver {

ExitCode Run(const Request& request) {
  if (request.allow_no_sandbox) worker::AllowOpenWorkers();
  switch (request.command) {
    case Command::kInit:
      return Init(request);
    case Command::kCheck:
      return CheckCommand(request);
    case Command::kBuild:
      return BuildCommand(request);
    case Command::kLock:
      return LockCommand(request);
    case Command::kSign:
      return SignCommand(request);
    case Command::kVerify:
      return VerifyCommand(request);
    case Command::kQuote:
      return QuoteCommand(request);
    case Command::kExplain:
      return ExplainCommand(request);
    case Command::kSchema:
      return SchemaCommand(request);
    case Command::kPackTest:
      return PackTestCommand(request);
    case Command::kPackLint:
      return PackLintCommand(request);
    case Command::kPackRender:
      return PackRenderCommand(request);
    case Command::kWhy:
      return WhyCommand(request);
    case Command::kVersion:
      return ShowResult("dossier " DOSSIER_VERSION "\n", "");
    case Command::kHelp:
      break;
  }
  return ExitCode::kClean;
}

}  // namespace dossier::driver
