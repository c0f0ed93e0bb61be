// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/model/pack.h"

namespace dossier::evaluate {

/// One criterion of the packs of a case, with what it takes over from where it stands.
struct Rule {
  const model::Criterion* criterion = nullptr;
  const model::RulePack* pack = nullptr;
  /// Its own, or that of the nearest criterion around it that names one.
  const model::Authority* authority = nullptr;
  /// Something that the other side will foreseeably say, or a branch of it.
  bool objection = false;
};

/// Every criterion and objection that has an id. Points into the packs, which outlive it.
class RuleIndex {
 public:
  explicit RuleIndex(const std::vector<model::RulePack>& packs);

  /// Nothing for an id that no pack has. Of two with one id the first.
  [[nodiscard]] const Rule* Find(std::string_view id) const;
  /// In the order of the packs, parents before their branches; all of them, also those whose id
  /// stands twice.
  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  /// The objections themselves, in the order of the packs.
  [[nodiscard]] std::vector<const Rule*> objections() const;

 private:
  void Add(const model::Criterion& criterion, Rule around);

  std::vector<Rule> rules_;
  std::vector<std::size_t> objections_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
};

}  // namespace dossier::evaluate
