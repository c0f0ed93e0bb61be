// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "compiler/evaluate/coverage.h"

/// The algebra of verdicts (DESIGN section 5).
namespace dossier::evaluate {

/// A verdict computed twice: with what could not be read left out, and as if it counted. Equal
/// results are the verdict; different ones are `unknown`.
struct Lanes {
  Verdict absent = Verdict::kOpen;
  Verdict counting = Verdict::kOpen;

  static Lanes Both(Verdict verdict) { return {verdict, verdict}; }
  [[nodiscard]] Verdict Value() const { return absent == counting ? absent : Verdict::kUnknown; }
  friend bool operator==(const Lanes&, const Lanes&) = default;
};

/// True for the six verdicts that have an order.
[[nodiscard]] bool IsRanked(Verdict verdict);
/// `presumed` or `covered`.
[[nodiscard]] bool IsSatisfied(Verdict verdict);

/// Worst, best and n-th best of those that apply; nothing when none does.
[[nodiscard]] std::optional<Verdict> Worst(const std::vector<Verdict>& verdicts);
[[nodiscard]] std::optional<Verdict> Best(const std::vector<Verdict>& verdicts);
/// `open` with fewer than `n` that apply.
[[nodiscard]] Verdict NthBest(std::vector<Verdict> verdicts, int n);

/// `verdict`, at most `limit`; what is not ranked stays.
[[nodiscard]] Verdict AtMost(Verdict verdict, Verdict limit);

}  // namespace dossier::evaluate
