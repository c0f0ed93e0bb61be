// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/filed.h"

#include <algorithm>

namespace dossier::evaluate {
namespace {

/// The subjects of a ground: its persons, or the case.
std::vector<std::string_view> SubjectsOf(const model::Ground& ground) {
  std::vector<std::string_view> subjects;
  for (const model::Text& person : ground.for_persons) subjects.push_back(person.value);
  if (subjects.empty()) subjects.emplace_back();
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
  return subjects;
}

template <typename T>
void Append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

template <typename Map>
void AppendEach(Map& to, const Map& from) {
  for (const auto& [id, items] : from) Append(to[id], items);
}

void AddLimbs(std::map<std::string_view, AdverseItems>& to,
              const std::vector<std::pair<model::Text, std::vector<model::AdverseItem>>>& limbs) {
  for (const auto& [id, items] : limbs) {
    AdverseItems& limb = to[id.value];
    for (const model::AdverseItem& item : items) limb.push_back(&item);
  }
}

}  // namespace

FiledIndex::FiledIndex(const model::Case& source) {
  for (const model::Ground& ground : source.grounds) Add(ground);
}

void FiledIndex::Add(const model::Ground& ground) {
  for (const std::string_view subject : SubjectsOf(ground)) {
    Filed& filed = filed_[Key{ground.criterion.value, subject}];
    filed.grounds.push_back(&ground);
    for (const model::AdverseItem& item : ground.adverse) filed.adverse.push_back(&item);
    AddLimbs(filed.limbs, ground.limbs);
    AddLimbs(filed.defeaters, ground.defeaters);
  }
  for (const auto& [need, items] : ground.needs) {
    for (const model::Item& item : items) AddItem(ground, need.value, item);
  }
}

void FiledIndex::AddItem(const model::Ground& ground, std::string_view need,
                         const model::Item& item) {
  const auto add = [&](std::string_view subject) {
    filed_[Key{ground.criterion.value, subject}].needs[need].push_back({&item, &ground});
  };
  if (item.for_persons.empty()) {
    for (const std::string_view subject : SubjectsOf(ground)) add(subject);
    return;
  }
  const std::vector<std::string_view> subjects = SubjectsOf(ground);
  for (const model::Text& person : item.for_persons) {
    const bool asked = ground.for_persons.empty() ||
                       std::binary_search(subjects.begin(), subjects.end(), person.value);
    if (asked) add(person.value);
  }
}

Filed FiledIndex::Find(std::string_view criterion, std::string_view subject) const {
  Filed result;
  const auto merge = [&](std::string_view of) {
    const auto found = filed_.find(Key{criterion, of});
    if (found == filed_.end()) return;
    Append(result.grounds, found->second.grounds);
    Append(result.adverse, found->second.adverse);
    AppendEach(result.needs, found->second.needs);
    AppendEach(result.limbs, found->second.limbs);
    AppendEach(result.defeaters, found->second.defeaters);
  };
  if (!subject.empty()) merge(subject);
  merge({});
  return result;
}

}  // namespace dossier::evaluate
