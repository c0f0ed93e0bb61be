// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <unordered_set>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/modes.h"
#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// Says of each node which rule applies and why, whatever is filed: D0306, D0307, D0309, D0401 to
/// D0404; and what only a person can give: D0517, D0519.
class RuleReport {
 public:
  RuleReport(const model::Case& source, diagnostics::Sink& sink);

  void Report(const Node& node, Mode mode);

 private:
  void ReportForce(const Node& node, Mode mode);
  void ReportDoubts(const Node& node, Mode mode);
  void ReportTie(const Node& node);
  void ReportSwitched(const Node& node);
  void ReportSilentExclusion(const Node& node, Mode mode);
  void ReportJudgements(const Node& node, Mode mode);

  /// Said once for a rule and `about`, whoever the subject is.
  void Once(diagnostics::Finding finding, std::string about, Mode mode);

  diagnostics::Sink& sink_;
  std::set<std::tuple<diagnostics::Kind, std::string, std::string>> told_;
  std::unordered_set<std::string> judged_;  // criterion, gate, subject
};

/// D0407, once a choice and person: open, and the author has not decided. D0414: the author has
/// decided what the dates decide otherwise.
void ReportLaws(const Tree& tree, const LawTable& laws, diagnostics::Sink& sink);

/// D0518 for objections whose condition holds and that nothing, or too little, answers.
void ReportObjections(const Tree& tree, diagnostics::Sink& sink);

}  // namespace dossier::evaluate
