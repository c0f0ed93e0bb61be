// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/assemble/plan.h"
#include "compiler/assemble/shortcomings.h"
#include "compiler/foundation/wire.h"

namespace dossier::assemble {

/// Parts of `Encode(const Plan&)`: boxes, and what the plan says of its structure.
void PutBox(WireWriter& out, const paginate::Box& box);
[[nodiscard]] paginate::Box GetBox(WireReader& in);
void PutStructure(WireWriter& out, const Plan& plan);
void GetStructure(WireReader& in, Plan& plan);
/// Part of `Encode(const Assembled&)`.
void PutShortcomings(WireWriter& out, const std::vector<Shortcoming>& shortcomings);
void GetShortcomings(WireReader& in, std::vector<Shortcoming>& shortcomings);

}  // namespace dossier::assemble
