// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/model/case.h"
#include "compiler/model/rules.h"

namespace dossier::evaluate {

/// Kleene's three values: a fact that the case does not state is neither true nor false.
enum class Truth { kFalse, kUndecided, kTrue };

struct ConditionValue {
  Truth truth = Truth::kTrue;
  /// Facts and procedures that the case does not state and that the value may hang on.
  std::vector<std::string_view> undecided;
};

/// Whether `condition` holds for `subject` (empty: the case).
///
/// A fact about the subject wins over one about the case. A procedure holds when the subject has,
/// or had, one of that kind; it is undecided only in a case that states no procedure at all.
[[nodiscard]] ConditionValue Holds(const model::Condition& condition, const model::Case& source,
                                   std::string_view subject);

}  // namespace dossier::evaluate
