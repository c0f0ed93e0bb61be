// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/subjects.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace dossier::evaluate {

void Subjects::Entries::Add(std::string_view subject,
                            const std::vector<std::string_view>& persons) {
  const std::size_t at = all.size();
  // What is several persons' is asked under the one around it, and by itself under nobody.
  all.push_back({subject, persons.size() == 1 ? persons.front() : std::string_view()});
  for (const std::string_view person : persons) {
    std::vector<std::size_t>& own = by_person[person];
    if (own.empty() || own.back() != at) own.push_back(at);
  }
  if (persons.empty()) of_nobody.push_back(at);
}

Subjects::Subjects(const model::Case& source) {
  for (const model::Text& id : source.header.applicants) applicants_.Add(id.value, {id.value});
  for (const model::Person& person : source.people) {
    if (person.kind == model::PersonKind::kPerson) persons_.Add(person.id.value, {person.id.value});
  }
  for (const model::Event& event : source.events) {
    if (!event.incident) continue;
    std::vector<std::string_view> persons;
    for (const model::Text& person : event.persons) persons.emplace_back(person.value);
    incidents_.Add(event.id.value, persons);
  }
  AddFacts(source);
  AddLists(source);
}

void Subjects::AddFacts(const model::Case& source) {
  std::unordered_map<std::string_view, const model::Procedure*> procedures;
  for (const model::Procedure& procedure : source.header.procedures) {
    procedures.emplace(procedure.id.value, &procedure);
  }
  for (const model::Fact& fact : source.facts) {
    if (!fact.material || !fact.unsupported) continue;
    const std::string_view subject = fact.subject.value;
    const auto procedure = procedures.find(subject);
    std::vector<std::string_view> persons;
    if (procedure != procedures.end()) {
      for (const model::Text& person : procedure->second->applicants) {
        persons.emplace_back(person.value);
      }
    } else if (!subject.empty() && subject != source.header.id.value) {
      persons.push_back(subject);
    }
    facts_.Add(fact.id.value, persons);
  }
}

void Subjects::AddLists(const model::Case& source) {
  std::unordered_set<std::string_view> taken;
  for (const model::Person& person : source.people) taken.insert(person.id.value);
  for (const model::FactList& list : source.lists) {
    Entries& entries = lists_[list.id.value];
    for (const model::ListEntry& entry : list.entries) {
      const std::string_view person = entry.person.value;
      if (person.empty()) {
        entries.Add(entry.id.value, {});
        continue;
      }
      entries.Add(person, {person});
      if (taken.count(entry.id.value) == 0) persons_of_entries_.emplace(entry.id.value, person);
    }
  }
}

std::vector<Asked> Subjects::Of(const model::Each& each, const Asked& around) const {
  const Entries* entries = &none_;
  switch (each.over) {
    case model::Each::Over::kApplicants:
      entries = &applicants_;
      break;
    case model::Each::Over::kPersons:
      entries = &persons_;
      break;
    case model::Each::Over::kIncidents:
      entries = &incidents_;
      break;
    case model::Each::Over::kUnsupportedFacts:
      entries = &facts_;
      break;
    case model::Each::Over::kList: {
      const auto list = lists_.find(each.list);
      if (list != lists_.end()) entries = &list->second;
      break;
    }
  }
  if (around.person.empty()) return entries->all;
  std::vector<std::size_t> chosen;
  const auto own = entries->by_person.find(around.person);
  const std::vector<std::size_t> nothing;
  const std::vector<std::size_t>& of_person =
      own == entries->by_person.end() ? nothing : own->second;
  std::merge(of_person.begin(), of_person.end(), entries->of_nobody.begin(),
             entries->of_nobody.end(), std::back_inserter(chosen));
  std::vector<Asked> asked;
  asked.reserve(chosen.size());
  for (const std::size_t at : chosen) {
    asked.push_back({entries->all[at].subject, around.person});
  }
  return asked;
}

std::string_view Subjects::SubjectOf(std::string_view id) const {
  const auto found = persons_of_entries_.find(id);
  return found == persons_of_entries_.end() ? id : found->second;
}

}  // namespace dossier::evaluate
