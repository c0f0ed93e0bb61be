// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/strings.h"
#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"
#include "compiler/convert/convert.h"

namespace dossier::driver {

/// Gives every file that the bundle cannot take as it is its pages: those that `lock` made and
/// pinned, else pages made now. Reports D0706, D0707 and what `convert` reports.
void AddMadePages(Session& session, Intake& intake);

/// The language of the case and the words that pages say in it.
struct PageWords {
  std::string language;
  compose::Strings strings;
};

/// Makes the pages of one file.
[[nodiscard]] Result<convert::Converted> MakePages(const model::Exhibit& exhibit, std::size_t part,
                                                   const ExhibitFile& file, const PageWords& words,
                                                   const fonts::FontSet& fonts, diagnostics::Sink& sink);

}  // namespace dossier::driver
