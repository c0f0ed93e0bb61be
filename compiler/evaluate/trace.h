// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/evaluate.h"
#include "compiler/evaluate/gap.h"

namespace dossier::evaluate {

/// One item filed for a need.
struct TracedItem {
  std::string exhibit;
  std::string place;  // "p. 14"; empty without a pinpoint
  const model::LocalizedText* shows = nullptr;
  bool counted = false;
  std::string reason;  // why it did not count
};

struct TracedNeed {
  const model::Need* need = nullptr;
  bool of_presumption = false;
  Verdict verdict = Verdict::kOpen;
  int have = 0;
  std::vector<TracedItem> items;
};

struct TracedAdverse {
  std::string exhibit;
  std::string place;
  std::string limb;  // or defeater; empty: filed beside the criterion
  bool defeater = false;
  bool answered = false;
  std::vector<std::string> answers;  // exhibits with their places
};

/// How a verdict came about. Points into the packs and the case, which outlive it.
struct Trace {
  const model::Criterion* criterion = nullptr;
  const model::RulePack* pack = nullptr;
  const model::Authority* authority = nullptr;
  std::string subject;
  Verdict verdict = Verdict::kOpen;
  std::string reason;                 // of not-applicable and unknown
  std::string_view reads;             // named date by which it is in force, when it has a time
  std::optional<Date> at;
  bool presumed = false;              // carried by its presumption
  std::optional<std::string> reached;
  std::vector<TracedNeed> needs;
  std::vector<TracedAdverse> adverse;
  std::vector<Trace> branches;
  bool shown_above = false;           // stands in the same trace already; its parts are left out
  std::vector<ClosingSet> closing;    // of the outermost only
};

/// One place at which an exhibit is filed.
struct ExhibitUse {
  const model::Criterion* criterion = nullptr;
  std::string subject;
  std::string need;      // or limb; empty: filed against the criterion
  bool against = false;  // adverse, limb or defeater
  bool answers = false;  // it answers what stands against
  TracedItem item;       // `counted` for what is against: it stands without an answer
};

/// Where and for what `exhibit` is filed under what the case pleads, in the order of the
/// evaluation. Reports nothing.
[[nodiscard]] std::vector<ExhibitUse> TraceExhibit(const resolve::ResolvedCase& resolved,
                                                   const std::vector<model::RulePack>& packs,
                                                   const EvaluateOptions& options,
                                                   std::string_view exhibit);

/// The traces of criterion `id`, one a subject that it is asked of, in the order of the evaluation;
/// empty when nothing that the case pleads asks about it.
///
/// Gives the same verdicts as `Evaluate` with the same input. Reports nothing.
[[nodiscard]] std::vector<Trace> TraceCriterion(const resolve::ResolvedCase& resolved,
                                                const std::vector<model::RulePack>& packs,
                                                const EvaluateOptions& options,
                                                std::string_view id);

}  // namespace dossier::evaluate
