// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/pdf/content/characters.h"
#include "compiler/pdf/content/colour.h"
#include "compiler/pdf/content/plane.h"

namespace dossier::pdf::content {

/// What a shown string has in common for all its glyphs.
struct Run {
  Point along{}, up{};  // of one em, on the display plane
  Colour colour{};
  Box clip{};
  std::uint32_t paints_before = 0;  // of `PageMarks::paints`
  bool invisible = false;           // render mode 3, no opacity, or too small to be seen
  bool no_mode = false;             // by render mode 3, as OCR layers are
  bool hidden_layer = false;
  bool colour_counts = true;  // false where the colour is not all there is to see
  bool placed = true;         // false: only where it begins is known
};

struct Glyph {
  std::uint32_t run = 0;
  float x = 0, y = 0;  // origin on the display plane
  float advance = 0;   // em
  Character character = 0;
  bool contradicts = false;  // the text layer says another letter
};

/// Something opaque, or something that may be.
struct Paint {
  enum class Cover : std::uint8_t {
    kSurely,  // hides what is below its outline
    kMaybe,   // transparent in part, or of a shape that was not followed
  };
  Cover cover = Cover::kSurely;
  bool image = false;
  bool even_odd = false;
  Colour colour{};
  Box box{};  // of what it covers, clip taken off
  /// Outline as corners in `PageMarks::corners`; none: the box itself.
  std::uint32_t first_corner = 0, corners = 0;
};

/// A corner of an outline; `begins` a new closed figure.
struct Corner {
  Point at{};
  bool begins = false;
};

/// Everything that a page draws, in its order, as far as it matters for what can be seen.
struct PageMarks {
  double width = 0, height = 0;  // as shown
  std::vector<Run> runs;
  std::vector<Glyph> glyphs;
  std::vector<Paint> paints;
  std::vector<Corner> corners;
  Sequences sequences;  // of the characters
  /// ActualText that says other words than the glyphs it stands for.
  int replaced_words = 0;
  std::string replaced_detail;
  /// Not everything was followed: damage, a filter that is not known, a cap.
  bool incomplete = false;

  void Clear();
};

}  // namespace dossier::pdf::content
