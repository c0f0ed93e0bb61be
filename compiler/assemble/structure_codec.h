// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/assemble/plan.h"
#include "compiler/foundation/wire.h"

namespace dossier::assemble {

/// Parts of `Encode(const Plan&)`: boxes, and what the plan says of its structure.
void PutBox(WireWriter& out, const paginate::Box& box);
[[nodiscard]] paginate::Box GetBox(WireReader& in);
void PutStructure(WireWriter& out, const Plan& plan);
void GetStructure(WireReader& in, Plan& plan);

}  // namespace dossier::assemble
