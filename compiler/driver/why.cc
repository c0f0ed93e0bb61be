// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/why.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/driver/check_view.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/showing.h"
#include "compiler/evaluate/rule_index.h"
#include "compiler/evaluate/trace.h"
#include "compiler/foundation/suggest.h"
#include "compiler/report/why_text.h"

namespace dossier::driver {
namespace {

/// The ids of the criteria around `id`, the nearest first; nothing when it is not in there.
bool FindAround(const std::vector<model::Criterion>& criteria, std::string_view id,
                std::vector<std::string>& around) {
  for (const model::Criterion& criterion : criteria) {
    if (criterion.id == id) return true;
    if (!FindAround(criterion.children, id, around)) continue;
    around.push_back(criterion.id);
    return true;
  }
  return false;
}

/// A criterion that nothing asks about, or that stands in one that does not apply.
ExitCode RefuseUnasked(const std::string& id, const CheckedCase& checked,
                       const evaluate::EvaluateOptions& options) {
  const Session& session = *checked.session;
  std::vector<std::string> around;
  for (const model::RulePack& pack : session.packs) {
    if (FindAround(pack.criteria, id, around)) break;
  }
  for (const std::string& one : around) {
    if (evaluate::TraceCriterion(checked.resolved, session.packs, options, one).empty()) continue;
    return Refuse(ExitCode::kUsage, id + " is not asked about: it stands in " + one +
                                        "; `dossier why " + one + "` says why");
  }
  return Refuse(ExitCode::kUsage, "nothing that the case pleads asks about " + id);
}

ExitCode RefuseUnknown(const std::string& id, const CheckedCase& checked,
                       const evaluate::EvaluateOptions& options) {
  const Session& session = *checked.session;
  const evaluate::RuleIndex rules(session.packs);
  if (rules.Find(id) != nullptr) return RefuseUnasked(id, checked, options);
  const auto has = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
  };
  for (const model::RulePack& pack : session.packs) {
    if (!has(pack.deadlines) && !has(pack.choices) && !has(pack.exhibit_rules) && !has(pack.document_rules)) continue;
    return Refuse(ExitCode::kUsage, id + " has no verdict; `dossier explain " + id + "` says what it asks, `dossier check` what was found");
  }
  std::vector<std::string_view> known;
  for (const evaluate::Rule& rule : rules.rules()) known.emplace_back(rule.criterion->id);
  for (const model::Exhibit& exhibit : session.loaded->exhibits) known.emplace_back(exhibit.id.value);
  const std::optional<std::string> near = Closest(id, known);
  return Refuse(ExitCode::kUsage,
                "\"" + id + "\" is neither a criterion of the packs of this case nor an exhibit" +
                    (near ? "; did you mean \"" + *near + "\"?" : ""));
}

}  // namespace

ExitCode WhyCommand(const Request& request) {
  const std::string& id = request.arguments.front();
  Request of_case = request;
  of_case.arguments.erase(of_case.arguments.begin());
  const CheckedCase checked = CheckCase(of_case);
  if (!checked.session->loaded) return ShowNotLoaded(*checked.session, of_case);
  const Session& session = *checked.session;
  const evaluate::EvaluateOptions options{.as_of = request.as_of};
  std::vector<evaluate::Trace> traces =
      evaluate::TraceCriterion(checked.resolved, session.packs, options, id);
  if (!request.subject.empty()) {
    std::erase_if(traces, [&](const evaluate::Trace& one) { return one.subject != request.subject; });
  }
  const report::WhyView view{
      .source = &*session.loaded, .traces = &traces, .redact = request.redact};
  if (traces.empty() && session.loaded->FindExhibit(id) != nullptr) {
    const std::vector<evaluate::ExhibitUse> uses =
        evaluate::TraceExhibit(checked.resolved, session.packs, options, id);
    return ShowResult(report::ExhibitUsesAsText(id, uses, view), request.output);
  }
  if (traces.empty()) return RefuseUnknown(id, checked, options);
  const bool json = request.format == Format::kJson;
  return ShowResult(json ? report::WhyAsJson(view) : report::WhyAsText(view), request.output);
}

}  // namespace dossier::driver
