// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/condition.h"
#include "compiler/evaluate/counting.h"
#include "compiler/evaluate/dates.h"
#include "compiler/evaluate/exhibit_table.h"
#include "compiler/evaluate/filed.h"
#include "compiler/evaluate/rule_index.h"
#include "compiler/evaluate/verdict.h"

namespace dossier::evaluate {

/// Something filed against a criterion: beside it, under a limb or as a defeater.
struct AdverseResult {
  const model::AdverseItem* item = nullptr;
  std::string exhibit;
  std::string pinpoint;
  std::string_view limb;  // empty: `adverse`
  bool defeater = false;
  /// False: the exhibit could not be read, so the item may or may not stand.
  bool readable = true;
  /// `covered`: answered; `thin`: answered by notes only; `contradicted`: without an answer.
  Lanes answer;
};

/// Whether a rule applies, and why it does not or may not.
struct Applicability {
  bool applies = true;
  InForce in_force = InForce::kYes;
  bool date_missing = false;
  std::string_view reads;                   // named date
  std::optional<Date> at;                   // its value
  std::vector<std::string_view> undecided;  // facts that the case does not state
  std::string reason;                       // of not applying
};

/// One criterion under one subject, evaluated.
struct Node {
  Rule rule;
  std::string subject;
  Span plea;  // of the root it was first reached from
  std::vector<const model::Ground*> grounds;
  Applicability applicability;
  Lanes verdict;
  Lanes branches;                     // before its own adverse items and its presumption
  bool presumed = false;              // the presumption is better than the direct verdict
  std::vector<std::size_t> children;  // nodes; refs are their targets
  std::vector<std::string_view> parents;
  std::vector<NeedResult> needs;
  std::vector<NeedResult> basis;
  std::vector<AdverseResult> adverse;
  std::optional<std::size_t> reached;  // any, first_of: the child that decided
  std::string broken;                  // why it could not be evaluated, in words
  bool done = false;
};

/// What an evaluation reads.
struct TreeInput {
  const resolve::ResolvedCase& resolved;
  const RuleIndex& rules;
  const std::vector<DateOverride>& as_of;
};

struct Tree {
  std::deque<Node> nodes;  // parents before their branches, subject by subject
  std::vector<std::size_t> roots;
};

/// Evaluates what the case pleads, each criterion once a subject.
///
/// A reference that leads back to itself or to nothing, and a chain of more than
/// `kMaxRuleDepth` rules, gives `unknown`; `BindRules` reports them.
[[nodiscard]] Tree EvaluateTree(const TreeInput& input);

inline constexpr int kMaxRuleDepth = 500;

}  // namespace dossier::evaluate
