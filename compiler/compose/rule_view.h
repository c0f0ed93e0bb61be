// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/case.h"
#include "compiler/model/pack.h"

namespace dossier::compose {

/// A criterion with the authority it has or inherits.
struct RuleView {
  const model::Criterion* criterion = nullptr;
  const model::Authority* authority = nullptr;  // null when no ancestor names one either
  bool states_authority = false;                // names one that is not just its parent's
  const model::RulePack* pack = nullptr;
  const model::LawSide* law = nullptr;  // its own, or that of the rule that it stands in
};

/// The rules and objections of the case's packs by id.
class RuleBook {
 public:
  explicit RuleBook(const std::vector<model::RulePack>& packs);

  /// Null criterion when no pack has it.
  [[nodiscard]] RuleView Find(std::string_view id) const;
  /// `root` and everything below it, depth first, references followed, each once. An id that no
  /// pack has stands alone.
  [[nodiscard]] std::vector<std::string> Below(std::string_view root) const;

 private:
  void Add(const model::RulePack& pack, const model::Criterion& criterion,
           const model::Authority* inherited, const model::LawSide* law);
  void Walk(const model::Criterion& criterion, std::vector<std::string>& out,
            std::map<std::string, bool, std::less<>>& seen) const;

  std::map<std::string, RuleView, std::less<>> rules_;
};

/// The rules that the brief rests on, each once: roots with something filed under or below them,
/// and below them, or beside them, what something is filed for.
[[nodiscard]] std::vector<std::string> RulesWithEvidence(const model::Case& source,
                                                         const RuleBook& rules);

/// Title of a need of the criterion or of its presumption; null when it has none.
[[nodiscard]] const model::LocalizedText* NeedTitle(const model::Criterion& criterion,
                                                    std::string_view need);

}  // namespace dossier::compose
