// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/document.h"
#include "compiler/foundation/length.h"

namespace dossier::layout {

/// The page and the block of text on it. The default is that of `compose::PageSetup`: a brief is
/// read for hours and annotated with a pen, so 11 on 15 pt over 150 mm with wide margins.
struct PageMeasure {
  Length width, height;
  Length left, right, top, bottom;  // margins

  [[nodiscard]] Length text_width() const { return width - left - right; }
  [[nodiscard]] Length text_height() const { return height - top - bottom; }
  /// Height above the lower edge of what lies `down` below the top of the text.
  [[nodiscard]] Length FromBottom(Length down) const { return height - top - down; }
};

/// Total: paper smaller than a postcard or larger than a poster is made that size, and margins that
/// leave no room for a column of text are made smaller in proportion.
[[nodiscard]] PageMeasure MeasureOf(const compose::PageSetup& setup);

}  // namespace dossier::layout
