// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/inspect/exhibit_facts.h"
#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/quote/check_quotations.h"

namespace dossier::driver {

/// The words of one file as citations count them: a text a page, or one a numbered paragraph.
[[nodiscard]] quote::ExhibitText TextOf(const inspect::ExhibitFacts& facts);

/// The words of every exhibit that could be read, its parts joined.
[[nodiscard]] quote::ExhibitTexts TextsOf(const Session& session, const Intake& intake);

}  // namespace dossier::driver
