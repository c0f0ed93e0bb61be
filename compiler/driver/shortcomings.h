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

/// What a finished file lacks as an accessible and lasting file. Found after the report was bound,
/// so it is told apart: D0907 for what is ours.
[[nodiscard]] std::vector<diagnostics::Finding> ShortcomingFindings(
    const std::string& name, const assemble::Assembled& file, MissingGlyphs glyphs);

}  // namespace dossier::driver
