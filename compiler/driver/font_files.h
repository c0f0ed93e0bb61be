// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"

namespace dossier::driver {

/// The pinned fonts, read from the disk. A failure names the file and its package.
[[nodiscard]] Result<fonts::FontSet> LoadFonts();

}  // namespace dossier::driver
