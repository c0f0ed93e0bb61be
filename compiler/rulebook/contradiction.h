// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/model/condition.h"

namespace dossier::rulebook {

/// Conditions that must hold together.
using Together = std::vector<const model::Condition*>;

/// Why `conditions` can never hold together, in words; empty when nothing speaks against it.
///
/// Sees through `all` and `not`, not into `any`: a fact that would be two things or a thing and not
/// that thing, numbers and dates without room between their bounds, a date that would be stated and
/// absent.
[[nodiscard]] std::string Contradiction(const Together& conditions);

}  // namespace dossier::rulebook
