// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/rule_index.h"

namespace dossier::evaluate {

RuleIndex::RuleIndex(const std::vector<model::RulePack>& packs) {
  for (const model::RulePack& pack : packs) {
    for (const model::Criterion& criterion : pack.criteria) {
      Add(criterion, {.criterion = nullptr, .pack = &pack, .authority = nullptr});
    }
    for (const model::Criterion& objection : pack.objections) {
      if (!objection.id.empty()) objections_.push_back(rules_.size());
      Add(objection,
          {.criterion = nullptr, .pack = &pack, .authority = nullptr, .objection = true});
    }
  }
}

void RuleIndex::Add(const model::Criterion& criterion, Rule around) {
  Rule rule = around;
  rule.criterion = &criterion;
  if (!criterion.authority.instrument.empty()) rule.authority = &criterion.authority;
  if (!criterion.id.empty()) {
    by_id_.emplace(criterion.id, rules_.size());
    rules_.push_back(rule);
  }
  for (const model::Criterion& child : criterion.children) Add(child, rule);
}

std::vector<const Rule*> RuleIndex::objections() const {
  std::vector<const Rule*> rules;
  for (const std::size_t at : objections_) rules.push_back(&rules_[at]);
  return rules;
}

const Rule* RuleIndex::Find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &rules_[found->second];
}

}  // namespace dossier::evaluate
