// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <variant>

#include "compiler/assemble/plan.h"
#include "compiler/compose/document.h"
#include "compiler/diagnostics/finding.h"
#include "compiler/driver/checking.h"
#include "compiler/render/render.h"

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

using TypesetOrFinding = std::variant<TypesetBrief, diagnostics::Finding>;

/// Lays out and draws the brief of a checked case with the fonts that it asks for, and the dictionaries
/// where it hyphenates. Findings about letters and widths go into the session's sink. A finding instead of
/// pages means that nothing could be made: D0913 for a font, D0926 for a dictionary, D0903.
[[nodiscard]] TypesetOrFinding Typeset(CheckedCase& checked, const compose::Document& document);

/// Pages behind the brief: where each exhibit and each of its pages stands.
[[nodiscard]] paginate::FollowingPages PagesBehind(const CheckedCase& checked);

}  // namespace dossier::driver
