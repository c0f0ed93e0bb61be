// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/rule_view.h"

namespace dossier::compose {

RuleBook::RuleBook(const std::vector<model::RulePack>& packs) {
  for (const model::RulePack& pack : packs) {
    for (const model::Criterion& criterion : pack.criteria) Add(criterion, nullptr);
  }
}

void RuleBook::Add(const model::Criterion& criterion, const model::Authority* inherited) {
  const model::Authority* authority =
      criterion.authority.instrument.empty() ? inherited : &criterion.authority;
  if (!criterion.id.empty()) {
    // Packs are loaded with the authority of the parent filled in, so the words are compared.
    const bool states = authority != nullptr &&
                        (inherited == nullptr || authority->instrument != inherited->instrument ||
                         authority->pinpoint != inherited->pinpoint);
    rules_.emplace(
        criterion.id,
        RuleView{.criterion = &criterion, .authority = authority, .states_authority = states});
  }
  for (const model::Criterion& child : criterion.children) Add(child, authority);
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
