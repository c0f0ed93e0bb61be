// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/assemble/assemble.h"
#include "compiler/diagnostics/finding.h"

namespace dossier::driver {

/// Whether the report says already, with its place, that a character has no glyph (D0901): then the
/// box that stands for it in the file is no news.
enum class MissingGlyphs { kNone, kTold };

/// What a finished file lacks as an accessible and lasting file by our fault: D0907. Found after the
/// report was bound, so it is told apart, as what follows is.
[[nodiscard]] std::vector<diagnostics::Finding> ShortcomingFindings(
    const std::string& name, const assemble::Assembled& file, MissingGlyphs glyphs);

/// What exhibits came with and keep, because they are bound as they were filed: D0928, once a rule.
[[nodiscard]] std::vector<diagnostics::Finding> ExhibitShortcomings(const std::string& name,
                                                                    const assemble::Assembled& file);

}  // namespace dossier::driver
