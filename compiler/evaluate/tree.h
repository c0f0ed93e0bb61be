// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/circumstances.h"
#include "compiler/evaluate/counting.h"
#include "compiler/evaluate/exceptions.h"
#include "compiler/evaluate/exhibit_table.h"
#include "compiler/evaluate/filed.h"
#include "compiler/evaluate/force.h"
#include "compiler/evaluate/law.h"
#include "compiler/evaluate/rule_index.h"
#include "compiler/evaluate/switches.h"
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

/// What stands in the place of a criterion's own body.
enum class Replaced { kNo, kByException, kByTransition };

/// One criterion under one subject, evaluated.
struct Node {
  Rule rule;
  Asked asked;
  std::string subject;  // of `asked`
  Span plea;            // of the root it was first reached from
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
  Replaced replaced = Replaced::kNo;   // by the only child
  ChosenException exception;
  Switched switched;
  bool other_law = false;              // it is on the side of the law that does not govern
  bool exclusion_expected = false;     // `answer_when` holds for certain
  bool objection = false;              // reached from an objection and from nothing pleaded
  bool is_root = false;
  bool done = false;
};

/// What an evaluation reads.
struct TreeInput {
  const resolve::ResolvedCase& resolved;
  const RuleIndex& rules;
  const Circumstances& circumstances;
  LawTable& laws;
};

struct Tree {
  std::deque<Node> nodes;  // parents before their branches, subject by subject
  std::vector<std::size_t> roots;
  std::vector<std::size_t> objections;
};

/// True for `any`, `first_of` and `at_least`, unless another rule stands in its place.
[[nodiscard]] bool IsChoice(const Node& node);

/// Evaluates what the case pleads, each criterion once a subject, then the objections whose
/// condition certainly holds, for each applicant.
///
/// In this order a criterion is away: not in force, not the law that governs, switched off by
/// another; a transitional entry takes its place; its condition does not hold; an exception takes
/// its place.
///
/// A reference that leads back to itself or to nothing, and a chain of more than
/// `kMaxRuleDepth` rules, gives `unknown`; `BindRules` reports them.
[[nodiscard]] Tree EvaluateTree(const TreeInput& input);

inline constexpr int kMaxRuleDepth = 500;

}  // namespace dossier::evaluate
