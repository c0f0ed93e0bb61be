// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/filed.h"

#include <algorithm>

namespace dossier::evaluate {
namespace {

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

FiledIndex::FiledIndex(const model::Case& source, const Subjects& subjects)
    : subjects_(subjects) {
  for (const model::Ground& ground : source.grounds) Add(ground);
}

std::vector<std::string_view> FiledIndex::SubjectsOf(const model::Ground& ground) const {
  std::vector<std::string_view> subjects;
  for (const model::Text& id : ground.for_persons) {
    subjects.push_back(subjects_.SubjectOf(id.value));
  }
  if (subjects.empty()) subjects.emplace_back();
  std::sort(subjects.begin(), subjects.end());
  subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
  return subjects;
}

void FiledIndex::Add(const model::Ground& ground) {
  const std::vector<std::string_view> subjects = SubjectsOf(ground);
  for (const std::string_view subject : subjects) {
    Filed& filed = filed_[{ground.criterion.value, subject}];
    filed.grounds.push_back(&ground);
    for (const model::AdverseItem& item : ground.adverse) filed.adverse.push_back(&item);
    AddLimbs(filed.limbs, ground.limbs);
    AddLimbs(filed.defeaters, ground.defeaters);
  }
  for (const auto& [need, items] : ground.needs) {
    for (const model::Item& item : items) AddItem(ground, subjects, need.value, item);
  }
}

void FiledIndex::AddItem(const model::Ground& ground,
                         const std::vector<std::string_view>& subjects, std::string_view need,
                         const model::Item& item) {
  const auto add = [&](std::string_view subject) {
    filed_[{ground.criterion.value, subject}].needs[need].push_back({&item, &ground});
  };
  if (item.for_persons.empty()) {
    for (const std::string_view subject : subjects) add(subject);
    return;
  }
  for (const model::Text& id : item.for_persons) {
    const std::string_view subject = subjects_.SubjectOf(id.value);
    const bool asked = ground.for_persons.empty() ||
                       std::binary_search(subjects.begin(), subjects.end(), subject);
    if (asked) add(subject);
  }
}

const Filed& FiledIndex::Find(std::string_view criterion, std::string_view subject,
                              Filed& scratch) const {
  const auto of_case = filed_.find({criterion, {}});
  const auto own = subject.empty() ? filed_.end() : filed_.find({criterion, subject});
  if (own == filed_.end()) return of_case == filed_.end() ? scratch : of_case->second;
  if (of_case == filed_.end()) return own->second;
  for (const Filed* from : {&own->second, &of_case->second}) {
    Append(scratch.grounds, from->grounds);
    Append(scratch.adverse, from->adverse);
    AppendEach(scratch.needs, from->needs);
    AppendEach(scratch.limbs, from->limbs);
    AppendEach(scratch.defeaters, from->defeaters);
  }
  return scratch;
}

}  // namespace dossier::evaluate
