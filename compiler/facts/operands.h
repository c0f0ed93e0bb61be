// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/finding.h"
#include "compiler/facts/decimal.h"
#include "compiler/model/case.h"

namespace dossier::facts {

/// A side of a claim as a number, or why it is none.
struct Computed {
  std::optional<Decimal> value;
  /// The number with what it is: "20", "13 in cases", "48 (prisoners of 2024-10)"; for a
  /// computation its terms without the result, "13 in cases + 8 in cases".
  std::string how;
  bool from_terms = false;
  /// The lists, figures and facts that went into it, with what was counted.
  std::vector<diagnostics::Related> basis;
  // Without a value:
  diagnostics::Arg problem = "";  // in words
  diagnostics::Text hint;
  Span place;
};

/// Exact; linear in the entries of the lists it names.
[[nodiscard]] Computed Compute(const model::Operand& operand, const model::Case& source);

/// The value of a series for a date: the one with the same date, else the only one that can be of
/// it. Nothing when there is none, or several that differ.
[[nodiscard]] const model::FigureValue* FindAt(const model::Figure& figure, const Date& as_of);

}  // namespace dossier::facts
