// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/compose/document.h"
#include "compiler/layout/layout.h"
#include "compiler/paginate/break_pages.h"
#include "compiler/paginate/pages.h"

namespace dossier::paginate {

/// Where every anchor of the plan stands. A name used twice keeps its first place.
[[nodiscard]] std::map<std::string, AnchorPlace> FindAnchors(const std::vector<PlannedPage>& plan,
                                                             const layout::PageMeasure& page);

/// What the head of each page shows on the left: the heading at hand. On a page where headings of
/// the first order begin it is the first of them, on others the last one before.
[[nodiscard]] std::vector<std::string> SectionsOf(const std::vector<layout::HeadingEntry>& headings,
                                                  const std::map<std::string, AnchorPlace>& anchors,
                                                  std::size_t pages);

/// Turns the plan into pages with absolute places, heads and feet. Takes the glyphs out of the
/// slabs, so the plan is of no use afterwards. Elements of the slabs are those of the whole
/// document. `total` is the "y" of "page x of y"; `sections` are the left heads of the pages, empty
/// when all show `running.left`.
[[nodiscard]] Pages Paint(std::vector<PlannedPage>& plan, const compose::RunningHead& running,
                          const std::vector<std::string>& sections, int total,
                          layout::Tools& tools);

}  // namespace dossier::paginate
