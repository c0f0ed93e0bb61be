// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/coverage.h"
#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// One thing that a person could do about a gap.
struct ClosingStep {
  enum class Kind {
    kFile,    // file further items for a need
    kAnswer,  // answer what stands against the criterion
    kOriginal,  // put the original in place of a note that answers
    kReview,  // look at links made for another revision of the rule
    kMend,    // make an exhibit readable
  };
  Kind kind = Kind::kFile;
  std::string_view criterion;
  std::string subject;
  std::string_view need;                 // kFile: need; kAnswer: limb or defeater, or empty
  std::vector<MissingEvidence> missing;  // kFile
  std::string exhibit;                   // kAnswer, kOriginal, kMend
  int items = 1;                         // what the step costs: items to be filed
};

/// Steps that close the gap when all of them are taken.
struct ClosingSet {
  std::vector<ClosingStep> steps;
  int items = 0;  // to be filed, all together
};

/// How many sets are named at most.
inline constexpr std::size_t kMostClosingSets = 3;

/// The cheapest sets of steps after which `node` would be covered or presumed, by the number of
/// items to be filed, then by the number of steps, then in the order of the rules; at most
/// `kMostClosingSets`. Empty when it is covered already, and when nothing that could be filed would
/// help (a rule that cannot be evaluated). What is missing is counted as `NeedCoverage::missing`
/// does: further items are taken to be independent of those filed.
[[nodiscard]] std::vector<ClosingSet> ClosingSets(const Tree& tree, std::size_t node);

}  // namespace dossier::evaluate
