// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/exhibit_pages.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// Binds every citation of the case to an exhibit and pages of it, and every other id that the case
/// uses to what it names.
///
/// Total: a citation that cannot be bound is kept without a target and reported, so one run shows
/// all of them. Labels: as stated, else as locked, else, ... in the order of the register,
/// those in use left out. Pages of parts count on; the bundle carries exhibits in the order of
/// their labels, numbers as numbers.
///
/// Needs:   ids of exhibits are unique; `source` outlives the product; spans of citations differ.
/// Gives:   exhibits in step with the register, citations by file and place.
/// Reports: D0201 to D0206, D0211 to D0223, D0225, D0226, D0116, D0117.
/// Reads no files and no clock.
[[nodiscard]] ResolvedCase Resolve(const model::Case& source, const ExhibitPagesById& pages,
                                   const model::Lock* lock, diagnostics::Sink& sink);

/// Exhibits that are cited by something other than a page or a time, so that what they number
/// themselves has to be known (`PartPages::anchors`).
[[nodiscard]] std::set<std::string, std::less<>> WantAnchors(const model::Case& source);

}  // namespace dossier::resolve
