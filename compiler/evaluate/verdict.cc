// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/verdict.h"

#include <algorithm>

namespace dossier::evaluate {

bool IsRanked(Verdict verdict) { return verdict <= Verdict::kCovered; }

bool IsSatisfied(Verdict verdict) {
  return verdict == Verdict::kPresumed || verdict == Verdict::kCovered;
}

std::optional<Verdict> Worst(const std::vector<Verdict>& verdicts) {
  std::optional<Verdict> worst;
  for (const Verdict verdict : verdicts) {
    if (IsRanked(verdict) && (!worst || verdict < *worst)) worst = verdict;
  }
  return worst;
}

std::optional<Verdict> Best(const std::vector<Verdict>& verdicts) {
  std::optional<Verdict> best;
  for (const Verdict verdict : verdicts) {
    if (IsRanked(verdict) && (!best || verdict > *best)) best = verdict;
  }
  return best;
}

Verdict NthBest(std::vector<Verdict> verdicts, int n) {
  std::erase_if(verdicts, [](Verdict verdict) { return !IsRanked(verdict); });
  if (n < 1 || static_cast<std::size_t>(n) > verdicts.size()) return Verdict::kOpen;
  const auto nth = verdicts.begin() + (n - 1);
  std::nth_element(verdicts.begin(), nth, verdicts.end(), std::greater<>());
  return *nth;
}

Verdict AtMost(Verdict verdict, Verdict limit) {
  return IsRanked(verdict) ? std::min(verdict, limit) : verdict;
}

}  // namespace dossier::evaluate
