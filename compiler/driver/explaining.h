// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/foundation/result.h"

namespace dossier::driver {

/// The page of a finding (by code or name), or a criterion of the shipped packs with its text,
/// authority, version read and needs. A failure names what was near.
[[nodiscard]] Result<std::string> ExplainWord(const std::string& word);

}  // namespace dossier::driver
