// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/dates_read.h"

#include <algorithm>
#include <unordered_set>

#include "compiler/evaluate/item_filter.h"

namespace dossier::evaluate {
namespace {

class Reader {
 public:
  void ReadRule(const model::Criterion& criterion);
  void Read(const model::Condition& condition);
  std::set<std::string_view> Take() { return std::move(names_); }

 private:
  void Read(const std::optional<model::Condition>& condition) {
    if (condition) Read(*condition);
  }
  void Read(const model::DateRange& range) {
    for (const model::DateBound* bound : {&range.from, &range.before}) {
      if (!bound->name.empty()) names_.insert(bound->name);
    }
  }
  void Read(const std::vector<model::Need>& needs) {
    for (const model::Need& need : needs) {
      for (const std::string_view name : DatesRead(need.where)) Add(name);
    }
  }
  void Add(std::string_view name) { names_.insert(name.empty() ? "filing" : name); }

  std::set<std::string_view> names_ = {"filing"};
};

void Reader::Read(const model::Condition& condition) {
  if (condition.kind == model::Condition::Kind::kDate) {
    Add(condition.name);
    Read(condition.range);
  }
  for (const model::Condition& child : condition.children) Read(child);
}

void Reader::ReadRule(const model::Criterion& criterion) {
  if (criterion.from || criterion.to) Add(criterion.reads);
  Read(criterion.when);
  Read(criterion.answer_when);
  Read(criterion.disables_when);
  Read(criterion.needs);
  if (criterion.presumption) Read(criterion.presumption->basis);
  for (const model::Exception& exception : criterion.exceptions) Read(exception.when);
  for (const model::Transitional& entry : criterion.transitional) {
    Add(entry.reads);
    Read(entry.range);
  }
}

}  // namespace

std::set<std::string_view> DatesReadBy(const Tree& tree, const RuleIndex& rules,
                                     const LawTable& laws) {
  Reader reader;
  std::unordered_set<std::string_view> ids;
  std::unordered_set<const model::Criterion*> read;
  for (const Node& node : tree.nodes) {
    if (!read.insert(node.rule.criterion).second) continue;
    ids.insert(node.rule.criterion->id);
    reader.ReadRule(*node.rule.criterion);
  }
  for (const LawInForce& law : laws.asked()) {
    for (const model::ChoiceOption& option : law.choice->options) reader.Read(option.when);
  }
  for (const Rule& rule : rules.rules()) {
    const auto& targets = rule.criterion->disables;
    const bool acts = std::any_of(targets.begin(), targets.end(),
                                  [&](const auto& id) { return ids.count(id.value) > 0; });
    if (acts) reader.ReadRule(*rule.criterion);
  }
  return reader.Take();
}

}  // namespace dossier::evaluate
