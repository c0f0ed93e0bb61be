// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/assemble/plan.h"
#include "compiler/compose/document.h"
#include "compiler/driver/checking.h"
#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"
#include "compiler/render/render.h"
#include "compiler/text/hyphenate.h"

namespace dossier::driver {

/// The brief on pages and as PDF, with its stamps and the drawing of its signature.
struct TypesetBrief {
  paginate::Pages pages;
  render::Rendered rendered;
  /// The same pages without the stamps, for brief.pdf: drawn again where stamps are many, because
  /// reading them back costs more than drawing a few pages. Nothing: `rendered` serves both.
  std::optional<render::Rendered> alone;

  [[nodiscard]] const render::Rendered& Alone() const { return alone ? *alone : rendered; }
};

/// Composes, lays out and draws the brief of a checked case. Findings about letters and widths go
/// into the session's sink; a failure means that nothing could be made. Words are cut by `hyphenation`
/// when the document asks for it.
[[nodiscard]] Result<TypesetBrief> Typeset(CheckedCase& checked, const compose::Document& document,
                                           const fonts::FontSet& fonts, text::Hyphenation* hyphenation);

/// Pages behind the brief: where each exhibit and each of its pages stands.
[[nodiscard]] paginate::FollowingPages PagesBehind(const CheckedCase& checked);

}  // namespace dossier::driver
