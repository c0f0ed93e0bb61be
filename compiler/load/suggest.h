// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/diagnostics/text.h"

namespace dossier::load {

/// `did you mean "x"?` when one is near, else `one of a, b, c` while the list is short. The
/// candidates are words of the schema, so they survive redaction.
[[nodiscard]] diagnostics::Text Suggest(std::string_view word,
                                        const std::vector<std::string_view>& candidates);

}  // namespace dossier::load
