// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"

namespace dossier::driver {

/// The pinned fonts of a family, read from the disk. A failure names the file and its package, or a
/// family that is not pinned.
[[nodiscard]] Result<fonts::FontSet> LoadFonts(std::string_view family = fonts::kDefaultFamily);

}  // namespace dossier::driver
