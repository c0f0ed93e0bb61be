// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hb.h>

#include <memory>
#include <vector>

#include "compiler/fonts/font_set.h"

namespace dossier::fonts {

struct FreeFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using HbFont = std::unique_ptr<hb_font_t, FreeFont>;

/// A font over `file` at the scale of its own units. `file` must outlive it.
[[nodiscard]] HbFont OpenFont(ByteView file);

/// Private to `fonts`: what a `FontSet` shares between its copies.
struct FontSet::State {
  struct Face {
    Bytes file;
    FaceMetrics metrics;
    HbFont font;
  };
  std::vector<Face> faces;
  std::vector<std::vector<int>> chains;  // by style
};

}  // namespace dossier::fonts
