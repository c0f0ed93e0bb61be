// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/lint.h"

#include "compiler/rulebook/lint_parts.h"

namespace dossier::rulebook {

void Lint(const std::vector<model::RulePack>& packs, const std::optional<Date>& today,
          diagnostics::Sink& sink) {
  for (const model::RulePack& pack : packs) {
    if (!pack.named_by_case) continue;
    LintReach(pack, sink);
    LintNeeds(pack, sink);
    LintAuthorities(pack, sink);
    if (today) LintAge(pack, *today, sink);
  }
  LintGaps(packs, sink);
}

}  // namespace dossier::rulebook
