// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/load/inventory.h"
#include "compiler/model/case.h"

namespace dossier::load {

/// Adds to each exhibit the proofs of time that lie beside its files: "X.tsr" and "X.ots" beside X,
/// unless the register lists them there or as files of an exhibit. Proofs that it lists beside a
/// file of the exhibit are bound to that file too.
void FindTimeProofs(const Inventory& inventory, model::Case& loaded);

/// Originals and proofs of time count as used.
void MarkCompanions(const model::Case& loaded, Inventory& inventory);

}  // namespace dossier::load
