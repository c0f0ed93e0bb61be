// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/load/fields.h"
#include "compiler/model/pack.h"

/// Counted evidence and what an item must be to count. Keys: rules/README.md, "A need".
namespace dossier::load {

void DecodeNeed(Fields& fields, model::Need& need);
void DecodeFilter(Fields& fields, model::ItemFilter& where);
/// What a tailoring changes of one need.
void DecodeNeedChange(Fields& fields, model::NeedChange& change);

}  // namespace dossier::load
