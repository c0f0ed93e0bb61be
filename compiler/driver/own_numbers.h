// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/anchors/anchor_index.h"
#include "compiler/driver/intake.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::driver {

/// What a file numbers itself, by page or, without pages, by paragraph as we count.
[[nodiscard]] anchors::AnchorIndex OwnNumbers(const inspect::ExhibitFacts& facts);

/// Finds it for the exhibits that are cited by paragraph, article, section, note or annex.
void AddOwnNumbers(const model::Case& source, Intake& intake);

}  // namespace dossier::driver
