// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/inspect/exhibit_facts.h"

namespace dossier::inspect {

/// Fills `languages` from the words of the pages, or of all blocks together. For the workers: they
/// alone link the library behind it.
void AddLanguages(ExhibitFacts& facts);

}  // namespace dossier::inspect
