// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// Whether `criterion` applies to `subject`: by the date it reads and by its condition, never by
/// what is filed. Where the case does not say, the rule applies.
[[nodiscard]] Applicability Applies(const model::Criterion& criterion, const model::Case& source,
                                    std::string_view subject, const NamedDates& dates);

}  // namespace dossier::evaluate
