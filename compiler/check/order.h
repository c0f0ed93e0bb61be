// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/check/check_result.h"
#include "compiler/diagnostics/sources.h"

namespace dossier::check {

/// 32 hexadecimal digits of SHA-256 over code, subject, criterion, exhibits in order of their ids,
/// and need.
[[nodiscard]] std::string FingerprintOf(const diagnostics::Finding& finding);

/// By path, line, column, code and message; of findings that say the same of the same place one
/// stays.
void SortAndDeduplicate(std::vector<CheckedFinding>& findings, const diagnostics::Sources& sources);

}  // namespace dossier::check
