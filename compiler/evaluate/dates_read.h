// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string_view>

#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// The named dates that the rules of `tree` read: for their time, in their conditions, exceptions
/// and transitional provisions, in their needs, in the choices of law they depend on, and in the
/// rules that may switch them off. `filing` always.
[[nodiscard]] std::set<std::string_view> DatesReadBy(const Tree& tree, const RuleIndex& rules,
                                                   const LawTable& laws);

}  // namespace dossier::evaluate
