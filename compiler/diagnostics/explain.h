// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/diagnostics/finding.h"

namespace dossier::diagnostics {

/// The page that `dossier explain CODE` prints: what was found, why it matters to a filing, how to
/// mend it. Plain text of 60 to 150 words with lines of its own, ends with a line feed; English.
/// Every kind has one; the compiler holds that.
[[nodiscard]] std::string_view Explain(Kind kind);

}  // namespace dossier::diagnostics
