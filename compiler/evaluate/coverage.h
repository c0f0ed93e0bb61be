// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/model/rules.h"

/// Which requirement is backed by which exhibit, and what is missing. Product of `Evaluate`.
/// Rates evidence coverage, never the merits: there is no verdict "met".
namespace dossier::evaluate {

/// From worst to best; the order is that of DESIGN section 5. The last two stand apart.
enum class Verdict {
  kContradicted,
  kOpen,
  kStale,
  kThin,
  kPresumed,
  kCovered,
  kNotApplicable,
  kUnknown
};

struct MissingEvidence {
  int count = 1;
  std::vector<model::ExhibitKind> kinds;
  std::optional<model::Scope> scope;
  std::string
      condition;  // in words: "by another publisher", "fresh at filing", "with its original"
};

struct NotCounted {
  std::string exhibit;
  std::string reason;  // in words
};

struct NeedCoverage {
  std::string id;
  model::Weight weight = model::Weight::kCore;
  Verdict verdict = Verdict::kOpen;
  int have = 0;
  int want = 0;
  std::vector<std::string> items;  // exhibits that counted, in order of filing
  std::vector<NotCounted> not_counted;
  std::vector<MissingEvidence> missing;
};

struct AdverseCoverage {
  std::string exhibit;
  std::string pinpoint;
  bool answered = false;
};

/// One criterion under one subject.
struct CriterionCoverage {
  std::string id;
  std::string pack;
  int revision = 1;
  std::string subject;               // a person, an entry of `each`, or empty for the case
  std::string person;                // whose entry the subject is; of a person that person
  std::vector<std::string> parents;  // ids
  bool pleaded = false;              // a root, whatever else refers to it
  Verdict verdict = Verdict::kOpen;
  std::string reason;  // of not-applicable and unknown
  std::optional<model::Acceptance> accepted;
  std::vector<NeedCoverage> needs;
  std::optional<std::string> reached;  // first_of, any: the branch that decided
  std::vector<AdverseCoverage> adverse;
};

struct AssertionCoverage {
  std::string id;
  bool answered = false;
};

/// Who decided which of several texts governs.
enum class DecidedBy { kDates, kAuthor, kNobody };

/// One choice of law that the rules of the tree depend on, for one person.
struct LawCoverage {
  std::string choice;
  std::string subject;  // person id, or empty for the case
  std::string option;   // empty while it is open
  DecidedBy decided_by = DecidedBy::kNobody;
  std::string because;  // the dates in words, where they decide
};

struct Coverage {
  std::vector<CriterionCoverage> criteria;  // roots first, then depth first, by subject
  /// What the other side will foreseeably say, by applicant: those whose condition holds.
  std::vector<CriterionCoverage> objections;
  std::vector<LawCoverage> laws;  // in the order in which they are first asked for
  std::vector<AssertionCoverage> assertions;
  /// The named dates used: name to date as written, or nothing where the case states none.
  std::vector<std::pair<std::string, std::optional<std::string>>> as_of;
};

std::string_view ToString(Verdict verdict);

}  // namespace dossier::evaluate
