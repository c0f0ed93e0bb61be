// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/rule_index.h"

namespace dossier::evaluate {

/// How the rules lead to one another: inline branches, references, exceptions and transitional
/// entries that use another rule, rules that switch off rules that switch off. Linear in all of
/// that.
class RuleGraph {
 public:
  explicit RuleGraph(const RuleIndex& rules);

  /// D0301, once for each reference that closes a circle.
  void CheckCircles(diagnostics::Sink& sink) const;
  /// D0310 where a rule leads to one that is not in force throughout the same time. Compared only
  /// where both read the same named date; an inline branch that states no time has its parent's.
  void CheckTimes(diagnostics::Sink& sink) const;

 private:
  struct Time {
    std::optional<Date> from, to;
    std::string_view reads;
  };

  void SetTimes(const model::Criterion& criterion, const Time& around);
  [[nodiscard]] std::vector<const model::Criterion*> Targets(
      const model::Criterion& criterion) const;
  void AddSwitches(const model::Criterion& criterion,
                   std::vector<const model::Criterion*>& targets) const;

  const RuleIndex& rules_;
  std::unordered_map<const model::Criterion*, Time> times_;
};

}  // namespace dossier::evaluate
