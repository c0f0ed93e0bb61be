// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/verify/verify.h"

namespace dossier::report {

/// `verify --format json` (rules/schemas/verify.schema.json).
[[nodiscard]] std::string VerdictAsJson(const verify::Verdict& verdict, const std::string& file);

/// The same for people: the answer first, then why, then what was compared.
[[nodiscard]] std::string VerdictAsText(const verify::Verdict& verdict, const std::string& file);

}  // namespace dossier::report
