// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/rule_index.h"
#include "compiler/model/case.h"

namespace dossier::evaluate {

/// Speaks of ids that refer to nothing. A suggestion costs a pass over all that could have been
/// meant, so after a hundred of them the hints go without: ten thousand mistakes stay linear.
class UnknownIds {
 public:
  UnknownIds(const RuleIndex& rules, diagnostics::Sink& sink) : rules_(rules), sink_(sink) {}

  /// D0207. `where`: what to remove it from.
  void Criterion(std::string_view id, Span place, std::string_view where);
  /// D0208: a need, limb or defeater that `criterion` does not have; `key` is where it was filed.
  void Part(const model::Criterion& criterion, const model::Text& id, std::string_view key,
            const std::vector<std::string_view>& known);
  /// D0211. `what`: "choice of law".
  void Reference(std::string_view what, std::string_view id, Span place,
                 const std::vector<std::string_view>& known);

 private:
  [[nodiscard]] std::optional<std::string> Meant(std::string_view id,
                                                 const std::vector<std::string_view>& known);

  const RuleIndex& rules_;
  diagnostics::Sink& sink_;
  std::vector<std::string_view> criteria_;
  int suggestions_ = 0;
};

}  // namespace dossier::evaluate
