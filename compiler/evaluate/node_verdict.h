// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// Of something that cannot be told: whatever it would be, it would not be equal in both lanes.
inline constexpr Lanes kCannotTell{.absent = Verdict::kContradicted,
                                   .counting = Verdict::kCovered};

/// What the branches, needs or limbs of `node` come to (DESIGN section 5); notes which branch was
/// reached. Needs: its children are done.
[[nodiscard]] Lanes BranchVerdict(const Tree& tree, Node& node);

/// Puts the verdict of `node` together from that of its branches: first its presumption, then the
/// adverse items of the criterion itself.
void Finish(Node& node);

}  // namespace dossier::evaluate
