// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/quote/check_quotations.h"

namespace dossier::driver {

/// Adds the words of one file that was read, as citations count them: a text a page, or one a
/// numbered paragraph, behind those of the parts before it. Says of each where it comes from and
/// whether it can be taken for what the page shows.
void AddText(const ExhibitFile& file, quote::ExhibitText& text);

/// The words of every exhibit that could be read, its parts joined.
[[nodiscard]] quote::ExhibitTexts TextsOf(const Session& session, const Intake& intake);

}  // namespace dossier::driver
