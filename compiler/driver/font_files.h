// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"
#include "compiler/text/hyphenate.h"

namespace dossier::driver {

/// The pinned hyphenation dictionaries, read from the disk; a failure names the file and its package.
[[nodiscard]] Result<text::Hyphenation> LoadHyphenation();

/// The pinned fonts of a family, read from the disk. A failure names the file and its package, or a
/// family that is not pinned.
[[nodiscard]] Result<fonts::FontSet> LoadFonts(std::string_view family = fonts::kDefaultFamily);

}  // namespace dossier::driver
