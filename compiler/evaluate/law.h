// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/evaluate/condition.h"
#include "compiler/evaluate/coverage.h"
#include "compiler/model/pack.h"

namespace dossier::evaluate {

/// Which text governs for one person.
struct LawInForce {
  const model::Choice* choice = nullptr;
  const model::RulePack* pack = nullptr;
  std::string_view person;                       // empty: the case
  const model::ChoiceOption* option = nullptr;   // nothing while it is open
  DecidedBy decided_by = DecidedBy::kNobody;
  std::string because;                           // the dates, in words
  /// What the author wrote: what decides an open choice, or what the dates leave no room for.
  const model::LawChoice* decision = nullptr;
  std::vector<Undecided> undecided;              // why the dates do not decide
};

/// The choices of law of all packs.
///
/// An option is decided by the dates when its condition certainly holds and that of no other does.
/// Else the choice is open, and the author's decision counts: the one for the person, else the one
/// for everyone. Decisions for ids that are unknown are passed over; `BindRules` reports them.
class LawTable {
 public:
  LawTable(const std::vector<model::RulePack>& packs, const model::Case& source,
           const Circumstances& of_case);

  /// Nothing for a choice that no pack has.
  [[nodiscard]] const LawInForce* Find(std::string_view choice, std::string_view person);
  /// Why a rule on `side` does not apply to the person; empty when it does.
  [[nodiscard]] std::string WhyNot(const model::LawSide& side, std::string_view person);
  /// What was asked, in the order of asking.
  [[nodiscard]] const std::deque<LawInForce>& asked() const { return asked_; }

 private:
  struct Known {
    const model::Choice* choice = nullptr;
    const model::RulePack* pack = nullptr;
  };

  void Decide(LawInForce& law) const;
  [[nodiscard]] const model::LawChoice* DecisionOf(std::string_view choice,
                                                   std::string_view person) const;

  const Circumstances& of_case_;
  std::unordered_map<std::string_view, Known> choices_;
  std::unordered_map<NamePair, const model::LawChoice*, NamePairHash> decisions_;
  std::unordered_map<NamePair, const LawInForce*, NamePairHash> known_;
  std::deque<LawInForce> asked_;
};

}  // namespace dossier::evaluate
