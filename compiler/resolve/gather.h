// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// Every citation of a case with what it is used for, in the order of files and places.
[[nodiscard]] std::vector<std::pair<model::Citation, CitationUse>> CitationsOf(
    const model::Case& source);

}  // namespace dossier::resolve
