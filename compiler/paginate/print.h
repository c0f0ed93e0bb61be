// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/paginate/pages.h"

namespace dossier::paginate {

/// The pages as text for golden tests: "== page 1" and then one line for each baseline from top to
/// bottom, runs from left to right with two spaces where there is a gap. No positions, so a change
/// of measures that moves no word changes nothing here.
[[nodiscard]] std::string Print(const Pages& pages);

/// Text of one page, as `Print` gives it without the heading.
[[nodiscard]] std::string PrintPage(const Page& page);

}  // namespace dossier::paginate
