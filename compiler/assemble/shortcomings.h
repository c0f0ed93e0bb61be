// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/assemble/plan.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/conformance/conformance.h"

namespace dossier::assemble {

/// A rule for accessible and lasting files that the finished file breaks.
struct Shortcoming {
  pdf::ConformanceRule rule{};
  std::string detail;  // may be personal
  int page = 0;         // from 1; 0 for the file as a whole
  std::string exhibit;  // its id, when this came with its pages; empty: it is ours
};

/// Checks the finished file of `plan`. What an exhibit draws with (its fonts, its colours) is as
/// it was filed and cannot be mended here; everything else is ours. Fails when it cannot be
/// checked.
[[nodiscard]] Result<std::vector<Shortcoming>> FindShortcomings(const pdf::OpenedFile& finished, const Plan& plan);

}  // namespace dossier::assemble
