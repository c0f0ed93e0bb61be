// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/force.h"

namespace dossier::evaluate {

/// Which of the exceptions of a criterion takes its place.
struct ChosenException {
  const model::Exception* exception = nullptr;  // nothing: the criterion itself applies
  const model::Exception* tied = nullptr;       // says something else, and neither overrides
  bool circle = false;    // each that holds is overridden by another, or one by itself
  bool dangling = false;  // one that holds overrides what is not there
  std::vector<Doubt> doubts;
};

/// An exception holds when its condition certainly does. It drops out when another that holds
/// overrides it, directly or through others. `use` of the criterion's own id puts the criterion
/// back in its place: an exception to an exception.
[[nodiscard]] ChosenException ChooseException(const model::Criterion& criterion,
                                              const Circumstances& of_case, const Asked& asked);

/// D0308: once for each exception whose `overrides` leads back to itself.
void CheckOverrides(const model::Criterion& criterion, diagnostics::Sink& sink);

}  // namespace dossier::evaluate
