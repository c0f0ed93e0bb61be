// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/length.h"
#include "compiler/foundation/result.h"
#include "compiler/paginate/pages.h"

namespace dossier::render {

/// What one exhibit page is stamped with.
struct StampText {
  std::string left;   // "A-14 · page 3 of 12"
  std::string right;  // "27 / 140"
};

/// What the box of the visible signature shows. Case data only, no clock.
struct SignatureDrawing {
  Length width, height;            // of the box, as `Pages::signature_box` has it
  std::vector<std::string> lines;  // the first in bold; too long a line is set smaller
};

struct RenderInput {
  const paginate::Pages* brief = nullptr;  // needed
  std::vector<StampText> stamps;
  std::optional<SignatureDrawing> signature;
  bool compress = true;  // false for tests that look inside
  /// Content of the brief's pages is marked for its structure, which `assemble` adds.
  bool marked = true;
};

/// A font as it was embedded.
struct EmbeddedFont {
  int font = 0;                          // index into the `FontSet`
  std::string name;                      // BaseFont, with its subset tag
  std::vector<std::uint32_t> originals;  // CID -> glyph of the full font
  Bytes file;                            // what FontFile2 holds
};

/// A PDF and where its pages are: the brief's own pages, then one 595 x 24 pt page a stamp, then
/// the page with the drawing of the signature box.
struct Rendered {
  Bytes pdf;
  int brief_pages = 0;
  int first_stamp = 0;  // position of the first stamp page, from 0
  std::optional<int> signature_page;
  std::vector<EmbeddedFont> fonts;
};

/// Size of a stamp page.
inline constexpr int kStampWidth = 595;
inline constexpr int kStampHeight = 24;

/// Draws the pages with libharu, in memory.
///
/// The result is complete as to fonts: Type0 with Identity-H, CIDFontType2 with CIDToGIDMap
/// /Identity, CIDSystemInfo Adobe-Identity-0, /W of the used glyphs only, CapHeight, a correct
/// ToUnicode (bfchar), FontFile2 cut to the used glyphs with all parts of composites. `assemble`
/// has nothing to repair in them; it must only not touch them. All pages share one indirect
/// /Resources dictionary; stamp pages are not compressed. There are no dates, no /Info entries
/// other than the library's name, no links, outlines or destinations: those are `assemble`'s.
///
/// Fails when the library is not the version its private structures were read for, or refuses.
/// Equal input gives equal bytes.
[[nodiscard]] Result<Rendered> Render(const RenderInput& input, const fonts::FontSet& fonts);

}  // namespace dossier::render
