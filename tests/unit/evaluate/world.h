// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/evaluate.h"
#include "compiler/evaluate/verdict.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

/// A small case in memory, bound the way `resolve` binds it, so that tests of rules need no files.
namespace dossier::evaluate::testing {

model::Text Words(std::string_view text);
model::LocalizedText Local(std::string_view text);
model::CaseDate Day(std::string_view text);
std::vector<model::Text> All(const std::vector<std::string>& ids);

/// An exhibit that counts for everything: a fact about the person, by a publisher of its own.
model::Exhibit Sample(std::string_view id);
model::Item Cite(std::string_view citation);
/// Something against a criterion, with the citations that answer it.
model::AdverseItem Against(std::string_view citation, std::vector<std::string> answers = {});

model::Need Counted(std::string_view id, int min = 1);
/// A criterion with one core need "n".
model::Criterion Leaf(std::string_view id);
model::Criterion Branches(std::string_view id, model::Operator op,
                          std::vector<model::Criterion> children, int at_least = 0);
model::Criterion Ref(std::string_view target);
model::Criterion None(std::string_view id, std::vector<std::string> limbs, bool cumulative = false);

/// {fact: id, is: value}
model::Condition FactIs(std::string_view id, std::string_view value = "true");
/// {date: name, from: ..., before: ...}; an empty bound does not bind; a named date may be one.
model::Condition DateIn(std::string_view name, std::string_view from, std::string_view before);
model::Condition Compose(model::Condition::Kind kind, std::vector<model::Condition> children);
model::Fact Stated(std::string_view id, std::string_view value = "true",
                   std::string_view subject = {});

struct World {
  World();

  model::Case source;
  model::RulePack pack;
  EvaluateOptions options;
  std::map<std::string, resolve::ExhibitState> states;  // of exhibits that are not simply used
  diagnostics::Sink sink;

  /// The ground of `criterion` for the applicant "p", made when there is none.
  model::Ground& GroundOf(std::string_view criterion);
  /// Files `citation` under a need; registers the exhibit when it is not there.
  void File(std::string_view criterion, std::string_view need, std::string_view citation);
  void FileAgainst(std::string_view criterion, model::AdverseItem item);
  void FileLimb(std::string_view criterion, std::string_view limb, model::AdverseItem item);
  model::Exhibit& Register(std::string_view id);

  /// Binds what the case cites: "e1 p. 2" is exhibit e1 with a pinpoint.
  resolve::ResolvedCase Bind();
  Coverage Run();
  /// The verdict of `criterion` for "p" (or `subject`).
  Verdict Of(std::string_view criterion, std::string_view subject = "p");
};

/// Codes of the findings, sorted, with their levels: "D0501 error".
std::vector<std::string> Codes(const diagnostics::Sink& sink);
/// The first finding with `code`; fails the test when there is none.
const diagnostics::Finding& First(const diagnostics::Sink& sink, std::string_view code);
const CriterionCoverage& Find(const Coverage& coverage, std::string_view id,
                              std::string_view subject = "p");

}  // namespace dossier::evaluate::testing
