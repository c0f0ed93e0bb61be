// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/coverage.h"

namespace dossier::evaluate {

std::string_view ToString(Verdict verdict) {
  switch (verdict) {
    case Verdict::kContradicted:
      return "contradicted";
    case Verdict::kOpen:
      return "open";
    case Verdict::kStale:
      return "stale";
    case Verdict::kThin:
      return "thin";
    case Verdict::kPresumed:
      return "presumed";
    case Verdict::kCovered:
      return "covered";
    case Verdict::kNotApplicable:
      return "not-applicable";
    case Verdict::kUnknown:
      return "unknown";
  }
  return {};
}

}  // namespace dossier::evaluate
