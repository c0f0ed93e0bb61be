// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// Why a node is `not-applicable`, `unknown` or spoken for by another rule, in words; empty when its
/// verdict says all.
[[nodiscard]] std::string ReasonOf(const Tree& tree, const Node& node);

}  // namespace dossier::evaluate
