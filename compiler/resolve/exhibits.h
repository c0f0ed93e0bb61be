// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/exhibit_pages.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// The exhibits as the bundle carries them, in step with the register. Reports D0219.
[[nodiscard]] std::vector<BoundExhibit> BindExhibits(const model::Case& source,
                                                     const ExhibitPagesById& pages,
                                                     const model::Lock* lock,
                                                     diagnostics::Sink& sink);

/// Indexes of the exhibits that have pages, by label: "A-2" before "A-10".
[[nodiscard]] std::vector<std::size_t> BundleOrder(const std::vector<BoundExhibit>& exhibits);

/// True when `a` comes before `b` with runs of digits compared as numbers.
[[nodiscard]] bool LabelBefore(std::string_view a, std::string_view b);

}  // namespace dossier::resolve
