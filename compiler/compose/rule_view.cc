// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/rule_view.h"

#include <algorithm>
#include <set>

namespace dossier::compose {

RuleBook::RuleBook(const std::vector<model::RulePack>& packs) {
  for (const model::RulePack& pack : packs) {
    for (const model::Criterion& criterion : pack.criteria) Add(pack, criterion, nullptr, nullptr);
    for (const model::Criterion& objection : pack.objections) Add(pack, objection, nullptr, nullptr);
  }
}

void RuleBook::Add(const model::RulePack& pack, const model::Criterion& criterion,
                   const model::Authority* inherited, const model::LawSide* law) {
  if (criterion.law) law = &*criterion.law;
  const model::Authority* authority =
      criterion.authority.instrument.empty() ? inherited : &criterion.authority;
  if (!criterion.id.empty()) {
    // Packs are loaded with the authority of the parent filled in, so the words are compared.
    const bool states = authority != nullptr &&
                        (inherited == nullptr || authority->instrument != inherited->instrument ||
                         authority->pinpoint != inherited->pinpoint);
    rules_.emplace(criterion.id, RuleView{.criterion = &criterion,
                                          .authority = authority,
                                          .states_authority = states,
                                          .pack = &pack,
                                          .law = law});
  }
  for (const model::Criterion& child : criterion.children) Add(pack, child, authority, law);
}

RuleView RuleBook::Find(std::string_view id) const {
  const auto found = rules_.find(id);
  return found == rules_.end() ? RuleView{} : found->second;
}

void RuleBook::Walk(const model::Criterion& criterion, std::vector<std::string>& out,
                    std::map<std::string, bool, std::less<>>& seen) const {
  if (!criterion.id.empty()) {
    if (!seen.emplace(criterion.id, true).second) return;
    out.push_back(criterion.id);
  }
  if (!criterion.ref.empty()) {
    const RuleView target = Find(criterion.ref);
    if (target.criterion != nullptr && target.criterion != &criterion) {
      Walk(*target.criterion, out, seen);
    }
  }
  for (const model::Criterion& child : criterion.children) Walk(child, out, seen);
}

std::vector<std::string> RuleBook::Below(std::string_view root) const {
  std::vector<std::string> out;
  std::map<std::string, bool, std::less<>> seen;
  const RuleView view = Find(root);
  if (view.criterion == nullptr) return {std::string(root)};
  Walk(*view.criterion, out, seen);
  return out;
}

std::vector<std::string> RulesWithEvidence(const model::Case& source, const RuleBook& rules) {
  std::set<std::string_view> filed;
  for (const model::Ground& ground : source.grounds) {
    for (const auto& [need, items] : ground.needs) {
      if (!items.empty()) filed.insert(ground.criterion.value);
    }
  }
  std::vector<std::string> used;
  std::set<std::string> known;
  const auto add = [&](const std::string& id) {
    if (known.insert(id).second) used.push_back(id);
  };
  for (const model::Plea& plea : source.header.pleads) {
    const std::vector<std::string> ids = rules.Below(plea.criterion.value);
    const auto is_filed = [&](const std::string& id) { return filed.count(id) > 0; };
    if (std::any_of(ids.begin(), ids.end(), is_filed)) add(plea.criterion.value);
    for (const std::string& id : ids) {
      if (is_filed(id)) add(id);
    }
  }
  for (const model::Ground& ground : source.grounds) {
    if (filed.count(ground.criterion.value) > 0) add(ground.criterion.value);
  }
  return used;
}

const model::LocalizedText* NeedTitle(const model::Criterion& criterion, std::string_view need) {
  for (const model::Need& known : criterion.needs) {
    if (known.id == need && !known.title.empty()) return &known.title;
  }
  if (!criterion.presumption) return nullptr;
  for (const model::Need& known : criterion.presumption->basis) {
    if (known.id == need && !known.title.empty()) return &known.title;
  }
  return nullptr;
}

}  // namespace dossier::compose
