// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/law.h"

#include <utility>

namespace dossier::evaluate {

LawTable::LawTable(const std::vector<model::RulePack>& packs, const model::Case& source,
                   const Circumstances& of_case)
    : of_case_(of_case) {
  for (const model::RulePack& pack : packs) {
    for (const model::Choice& choice : pack.choices) choices_.emplace(choice.id, Known{&choice, &pack});
  }
  for (const model::LawChoice& decision : source.author.choices) {
    const bool everyone = decision.subject.value == source.header.id.value;
    const std::string_view subject = everyone ? std::string_view() : decision.subject.value;
    decisions_.emplace(NamePair{decision.choice.value, subject}, &decision);
  }
}

const model::LawChoice* LawTable::DecisionOf(std::string_view choice,
                                             std::string_view person) const {
  for (const std::string_view subject : {person, std::string_view()}) {
    const auto found = decisions_.find({choice, subject});
    if (found != decisions_.end()) return found->second;
  }
  return nullptr;
}

void LawTable::Decide(LawInForce& law) const {
  const Asked asked = Asked::Person(law.person);
  int certain = 0;
  for (const model::ChoiceOption& option : law.choice->options) {
    ConditionValue value = Holds(option.when, of_case_, asked);
    for (Undecided& one : value.undecided) law.undecided.push_back(std::move(one));
    if (value.truth == Truth::kTrue && ++certain == 1) law.option = &option;
  }
  law.decision = DecisionOf(law.choice->id, law.person);
  if (certain == 1) {
    law.decided_by = DecidedBy::kDates;
    law.because = WhyHolds(law.option->when, of_case_, asked);
    return;
  }
  law.option = nullptr;
  if (law.decision == nullptr) return;
  for (const model::ChoiceOption& option : law.choice->options) {
    if (option.id != law.decision->option.value) continue;
    law.option = &option;
    law.decided_by = DecidedBy::kAuthor;
    return;
  }
}

const LawInForce* LawTable::Find(std::string_view choice, std::string_view person) {
  const auto [entry, is_new] = known_.try_emplace(NamePair{choice, person}, nullptr);
  if (!is_new) return entry->second;
  const auto found = choices_.find(choice);
  if (found == choices_.end()) return nullptr;
  LawInForce law;
  law.choice = found->second.choice;
  law.pack = found->second.pack;
  law.person = person;
  Decide(law);
  asked_.push_back(std::move(law));
  entry->second = &asked_.back();
  return entry->second;
}

std::string LawTable::WhyNot(const model::LawSide& side, std::string_view person) {
  const LawInForce* law = Find(side.choice, person);
  if (law == nullptr || law->option == nullptr || law->option->id == side.option) return {};
  if (law->decided_by == DecidedBy::kAuthor) {
    return "the author chose " + law->option->id + " (author.yaml)";
  }
  return law->option->id + " governs: " + law->because;
}

}  // namespace dossier::evaluate
