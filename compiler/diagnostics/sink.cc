// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/sink.h"

#include <algorithm>

namespace dossier::diagnostics {

bool Sink::HasErrors() const {
  return std::any_of(findings_.begin(), findings_.end(), [](const Finding& finding) {
    return finding.EffectiveLevel() == Level::kError;
  });
}

}  // namespace dossier::diagnostics
