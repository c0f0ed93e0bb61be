// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::fonts {

/// A font that holds only some glyphs of another, numbered anew without holes.
struct Subset {
  Bytes file;                            // TrueType: glyf, head, hhea, hmtx, loca, maxp, hinting
  std::vector<std::uint32_t> originals;  // new number -> number in the full font; [0] is .notdef
  std::vector<int> advances;             // by new number, in units of the font
};

/// Cuts `file` (TrueType with `glyf`, OpenType 1.9) down to `glyphs`, glyph 0 and every part that a
/// composite among them is built of, however deep: a part left out would lose an accent without a
/// trace in the text layer. Instructions stay. The order of glyphs is that of the full font, so
/// equal sets give equal bytes. Bounds of every table are checked.
[[nodiscard]] Result<Subset> MakeSubset(ByteView file, const std::set<std::uint32_t>& glyphs);

}  // namespace dossier::fonts
