// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/arms.h"

#include <algorithm>
#include <utility>

namespace dossier::ruletest {

using model::Criterion;
using model::Operator;

namespace way {

std::string Need(std::string_view need, bool covered) {
  return "need " + std::string(need) + (covered ? " covered" : " not covered");
}
std::string Limb(std::string_view limb, bool answered) {
  return "limb " + std::string(limb) + (answered ? " answered" : " without an answer");
}
std::string Defeater(std::string_view defeater) {
  return "defeater " + std::string(defeater) + " without an answer";
}
std::string Exception(std::string_view exception) {
  return "exception " + std::string(exception) + " takes its place";
}
std::string Transition(std::string_view use) {
  return std::string(use) + " takes its place for a time";
}
std::string Branch(std::string_view branch) {
  return "branch " + std::string(branch) + " satisfied";
}
std::string Option(std::string_view option) {
  return "option " + std::string(option) + " governs";
}
std::string Alternate(std::size_t number) {
  return "alternate period " + std::to_string(number + 1);
}

}  // namespace way

Arms::Arms(const model::RulePack& pack) {
  AddCriteria(pack.criteria, false);
  AddCriteria(pack.objections, true);
  for (const model::ExhibitRule& rule : pack.exhibit_rules) {
    Add(rule.id, std::string(way::kMet), rule.span);
    Add(rule.id, std::string(way::kNotMet), rule.span);
  }
  for (const model::Deadline& deadline : pack.deadlines) AddDeadline(deadline);
  for (const model::Choice& choice : pack.choices) {
    for (const model::ChoiceOption& option : choice.options) {
      Add(choice.id, way::Option(option.id), option.span);
    }
    Add(choice.id, std::string(way::kOpenLaw), choice.span);
  }
}

void Arms::Reach(std::string_view rule, const std::string& way) {
  const auto found = by_way_.find({std::string(rule), way});
  if (found != by_way_.end()) all_[found->second].reached = true;
}

std::size_t Arms::reached() const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [](const Arm& arm) { return arm.reached; }));
}

void Arms::Add(const std::string& rule, const std::string& way, Span place) {
  const auto [entry, fresh] = by_way_.try_emplace({rule, way}, all_.size());
  if (fresh) all_.push_back({rule, way, place});
}

void Arms::AddCriteria(const std::vector<Criterion>& criteria, bool objections) {
  for (const Criterion& criterion : criteria) {
    if (objections) {
      Add(criterion.id, std::string(way::kMet), criterion.span);
      Add(criterion.id, std::string(way::kNotMet), criterion.span);
    } else if (!criterion.id.empty()) {
      AddCriterion(criterion);
    }
    AddCriteria(criterion.children, false);
  }
}

void Arms::AddNeeds(const std::string& rule, const std::vector<model::Need>& needs) {
  for (const model::Need& need : needs) {
    Add(rule, way::Need(need.id, true), need.span);
    Add(rule, way::Need(need.id, false), need.span);
  }
}

void Arms::AddApplicability(const Criterion& criterion) {
  const auto add = [&](std::string_view way, Span place) {
    Add(criterion.id, std::string(way), place);
  };
  if (criterion.from || criterion.to) {
    add(way::kInForce, criterion.span);
    add(way::kNotInForce, criterion.span);
  }
  if (criterion.when) {
    add(way::kHolds, criterion.when->span);
    add(way::kFails, criterion.when->span);
  }
  for (const model::Transitional& entry : criterion.transitional) {
    add(way::Transition(entry.use), entry.span);
  }
  if (!criterion.transitional.empty()) add(way::kNoTransition, criterion.span);
  for (const model::Exception& exception : criterion.exceptions) {
    add(way::Exception(exception.id), exception.span);
  }
  if (!criterion.exceptions.empty()) add(way::kNoException, criterion.span);
}

void Arms::AddBranches(const Criterion& criterion) {
  const auto add = [&](std::string_view way) {
    Add(criterion.id, std::string(way), criterion.span);
  };
  switch (criterion.op) {
    case Operator::kAny:
    case Operator::kFirstOf:
    case Operator::kAtLeast:
      for (const Criterion& child : criterion.children) {
        Add(criterion.id, way::Branch(child.id.empty() ? child.ref : child.id), child.span);
      }
      [[fallthrough]];
    case Operator::kAll:
      add(way::kSatisfied);
      add(way::kNotSatisfied);
      break;
    case Operator::kEach:
      add(way::kSatisfied);
      add(way::kNotSatisfied);
      add(way::kNoEntry);
      break;
    case Operator::kNone:
      for (const model::Limb& limb : criterion.limbs) {
        Add(criterion.id, way::Limb(limb.id, true), limb.span);
        Add(criterion.id, way::Limb(limb.id, false), limb.span);
      }
      if (criterion.answer_when) {
        Add(criterion.id, std::string(way::kExpected), criterion.answer_when->span);
        Add(criterion.id, std::string(way::kNotExpected), criterion.answer_when->span);
      }
      break;
    case Operator::kDisables:
      add(way::kSwitches);
      add(way::kSwitchesNot);
      break;
    case Operator::kNeeds:
    case Operator::kRef:
      break;
  }
}

void Arms::AddCriterion(const Criterion& criterion) {
  AddApplicability(criterion);
  AddNeeds(criterion.id, criterion.needs);
  AddBranches(criterion);
  if (!criterion.presumption) return;
  AddNeeds(criterion.id, criterion.presumption->basis);
  for (const model::Limb& defeater : criterion.presumption->defeaters) {
    Add(criterion.id, way::Defeater(defeater.id), defeater.span);
  }
}

void Arms::AddDeadline(const model::Deadline& deadline) {
  const auto add = [&](std::string_view way, Span place) {
    Add(deadline.id, std::string(way), place);
  };
  if (deadline.for_date.empty()) {
    add(way::kCounted, deadline.span);
  } else {
    add(way::kKept, deadline.span);
    add(way::kPassed, deadline.span);
  }
  if (deadline.alternates.empty()) return;
  add(way::kUsual, deadline.span);
  for (std::size_t i = 0; i < deadline.alternates.size(); ++i) {
    add(way::Alternate(i), deadline.alternates[i].first.span);
  }
}

}  // namespace dossier::ruletest
