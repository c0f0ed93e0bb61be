// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/pdf/content/colour.h"
#include "compiler/pdf/content/font.h"
#include "compiler/pdf/content/plane.h"

namespace dossier::pdf::content {

inline constexpr Box kEverywhere{-1e9, -1e9, 1e9, 1e9};

/// Text state (ISO 32000-1:2008, 9.3).
struct TextState {
  const Font* font = nullptr;
  double size = 0;
  double character_space = 0, word_space = 0;
  double stretch = 1;  // /100
  double leading = 0, rise = 0;
  int mode = 0;
};

/// One of the two colours, for filling or for lines.
struct Ink {
  ColourSpace space = ColourSpace::kGrey;
  Colour colour = kBlack;
  bool pattern = false;
  double alpha = 1;
};

/// Graphics state (8.4), as far as it decides what can be seen.
struct State {
  Matrix matrix{};  // to the display plane
  Box clip = kEverywhere;
  /// The clip is `clip` and nothing less.
  bool clip_exact = true;
  Ink fill{}, line{};
  double line_width = 1;
  bool dashed = false;
  /// A soft mask or a blend mode: what is painted is not simply on top.
  bool masked = false;
  bool blended = false;
  bool darkens = false;  // of the blend modes those that let black be black
  TextState text{};
};

}  // namespace dossier::pdf::content
