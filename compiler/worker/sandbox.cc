// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/sandbox.h"

namespace dossier::worker {

std::string_view ToString(Sandbox sandbox) {
  switch (sandbox) {
    case Sandbox::kPartial:
      return "partial";
    case Sandbox::kFull:
      return "full";
    case Sandbox::kNone:
      break;
  }
  return "none";
}

}  // namespace dossier::worker
