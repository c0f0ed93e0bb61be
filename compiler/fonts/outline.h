// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "compiler/foundation/bytes.h"

namespace dossier::fonts {

/// The outline of a glyph as text, one operator a line in font units ("M 10 20", "L", "Q", "C",
/// "Z"); empty for a blank glyph or a number that `file` does not have. For comparing the glyphs of
/// an embedded font with those of the font it came from: text layers cannot show a lost accent.
[[nodiscard]] std::string OutlineOf(ByteView file, std::uint32_t glyph);

}  // namespace dossier::fonts
