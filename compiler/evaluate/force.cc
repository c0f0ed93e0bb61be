// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/force.h"

#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

void ReadDate(const model::Criterion& criterion, const NamedDates& dates, Applicability& result) {
  if (!criterion.from && !criterion.to) return;
  result.at = dates.Get(result.reads);
  if (!result.at) {
    result.date_missing = true;
    return;
  }
  result.in_force = Compare(*result.at, criterion.from, criterion.to);
  const std::string on = " on " + result.at->ToString() + " (" + std::string(result.reads) + ")";
  if (result.in_force == InForce::kNotYet) {
    result.applies = false;
    result.reason = "not yet in force" + on + ": in force from " + criterion.from->ToString();
  } else if (result.in_force == InForce::kNoLonger) {
    result.applies = false;
    result.reason = "no longer in force" + on + ": in force before " + criterion.to->ToString();
  }
}

/// The condition in words, for the reason.
std::string Words(const model::Condition& condition) {
  using Kind = model::Condition::Kind;
  switch (condition.kind) {
    case Kind::kFact:
      return "fact \"" + condition.name + "\" is " + JoinOr(condition.values);
    case Kind::kProcedure:
      return "a procedure of kind \"" + condition.name + "\"";
    case Kind::kDate:
      return "the date \"" + condition.name + "\"";
    case Kind::kContradiction:
      return "an unresolved contradiction";
    case Kind::kNotified:
      return "the authority was told of \"" + condition.name + "\"";
    case Kind::kNot:
      return "not " + (condition.children.empty() ? "" : Words(condition.children.front()));
    case Kind::kAll:
    case Kind::kAny:
      break;
  }
  std::string words;
  for (const model::Condition& child : condition.children) {
    if (!words.empty()) words += condition.kind == Kind::kAll ? " and " : " or ";
    words += Words(child);
  }
  return "(" + words + ")";
}

}  // namespace

Applicability Applies(const model::Criterion& criterion, const model::Case& source,
                      std::string_view subject, const NamedDates& dates) {
  Applicability result;
  result.reads = criterion.reads.empty() ? std::string_view("filing") : criterion.reads;
  ReadDate(criterion, dates, result);
  if (!result.applies || !criterion.when) return result;
  const ConditionValue value = Holds(*criterion.when, source, subject);
  result.undecided = value.undecided;
  if (value.truth == Truth::kFalse) {
    result.applies = false;
    result.reason = "its condition does not hold: " + Words(*criterion.when);
  }
  return result;
}

}  // namespace dossier::evaluate
