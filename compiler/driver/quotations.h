// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/inspect/exhibit_facts.h"
#include "compiler/quote/check_quotations.h"

namespace dossier::driver {

/// Adds the words of one file as citations count them: a text a page, or one a numbered paragraph,
/// and where they come from. A page without words keeps its place, so that later ones keep theirs.
void AddText(const inspect::ExhibitFacts& facts, quote::ExhibitText& text);

/// The words of every exhibit that could be read, its parts joined.
[[nodiscard]] quote::ExhibitTexts TextsOf(const Session& session, const Intake& intake);

}  // namespace dossier::driver
