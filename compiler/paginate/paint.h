// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/compose/document.h"
#include "compiler/layout/layout.h"
#include "compiler/paginate/break_pages.h"
#include "compiler/paginate/pages.h"

namespace dossier::paginate {

/// Where every anchor of the plan stands. A name used twice keeps its first place.
[[nodiscard]] std::map<std::string, AnchorPlace> FindAnchors(const std::vector<PlannedPage>& plan);

/// Turns the plan into pages with absolute places, heads and feet. Takes the glyphs out of the
/// slabs, so the plan is of no use afterwards. `total` is the "y" of "page x of y". Elements of the
/// slabs are those of the whole document.
[[nodiscard]] Pages Paint(std::vector<PlannedPage>& plan, const compose::RunningHead& running,
                          int total, layout::Tools& tools);

}  // namespace dossier::paginate
