// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// How loudly a node speaks. A node that is reached by several ways speaks the loudest of them.
enum class Mode {
  kSilent,  // under an unsatisfied choice, which speaks once for all its branches
  kNotes,   // beside the branch that satisfies a choice
  kFull,
};

/// In step with `Tree::nodes`.
[[nodiscard]] std::vector<Mode> ModesOf(const Tree& tree);

}  // namespace dossier::evaluate
