// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/circumstances.h"

#include <algorithm>

namespace dossier::evaluate {

Circumstances::Circumstances(const model::Case& source, const std::vector<DateOverride>& as_of)
    : source_(source), as_of_(as_of) {
  for (const model::Fact& fact : source.facts) {
    facts_.emplace(NamePair{fact.id.value, Plain(fact.subject.value)}, &fact);
  }
  AddProcedures();
  AddContradictions();
}

std::string_view Circumstances::Plain(std::string_view subject) const {
  return subject == source_.header.id.value ? std::string_view() : subject;
}

void Circumstances::AddProcedures() {
  // Everybody's procedures are kept beside each person's, in the order of the file.
  for (const model::Procedure& procedure : source_.header.procedures) {
    for (const model::Text& person : procedure.applicants) procedures_of_[person.value];
  }
  for (const model::Procedure& procedure : source_.header.procedures) {
    kinds_.insert(procedure.kind);
    if (procedure.applicants.empty()) {
      kinds_of_all_.insert(procedure.kind);
      procedures_of_all_.push_back(&procedure);
    }
    for (const model::Text& person : procedure.applicants) {
      procedures_.emplace(procedure.kind, person.value);
      NamedDates::Procedures& own = procedures_of_[person.value];
      if (own.empty() || own.back() != &procedure) own.push_back(&procedure);
    }
  }
  if (procedures_of_all_.empty()) return;
  for (auto& [person, own] : procedures_of_) {
    own.insert(own.end(), procedures_of_all_.begin(), procedures_of_all_.end());
    std::sort(own.begin(), own.end());  // they lie in one array
  }
}

void Circumstances::AddContradictions() {
  std::unordered_set<std::string_view> explained;
  for (const model::Explanation& explanation : source_.author.explanations) {
    explained.insert(explanation.of.value);
  }
  for (const model::MaterialMark& mark : source_.author.material) {
    if (!mark.essential || explained.count(mark.id.value) > 0) continue;
    contradicted_.insert(Plain(mark.subject.value));
  }
}

const model::Fact* Circumstances::FindFact(std::string_view id, const Asked& asked) const {
  for (const std::string_view subject : {asked.subject, asked.person, std::string_view()}) {
    const auto found = facts_.find({id, Plain(subject)});
    if (found != facts_.end()) return found->second;
  }
  return nullptr;
}

bool Circumstances::HasProcedure(std::string_view kind, const Asked& asked) const {
  if (asked.person.empty()) return kinds_.count(kind) > 0;
  return kinds_of_all_.count(kind) > 0 || procedures_.count({kind, asked.person}) > 0;
}

bool Circumstances::HasContradiction(const Asked& asked) const {
  return contradicted_.count({}) > 0 || contradicted_.count(Plain(asked.subject)) > 0 ||
         contradicted_.count(Plain(asked.person)) > 0;
}

const NamedDates& Circumstances::DatesOf(std::string_view person) const {
  const auto known = dates_.find(person);
  if (known != dates_.end()) return known->second;
  if (person.empty()) return dates_.try_emplace(person, source_.header, person, as_of_).first->second;
  const auto own = procedures_of_.find(person);
  const NamedDates::Procedures& procedures =
      own == procedures_of_.end() ? procedures_of_all_ : own->second;
  return dates_.try_emplace(person, source_.header, procedures, as_of_).first->second;
}

}  // namespace dossier::evaluate
