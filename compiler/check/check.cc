// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/check.h"

#include <algorithm>
#include <utility>

#include "compiler/check/author_decisions.h"
#include "compiler/check/doubles.h"
#include "compiler/check/names_in_ids.h"
#include "compiler/check/order.h"

namespace dossier::check {
namespace {

using diagnostics::Finding;
using diagnostics::Kind;
using diagnostics::Level;
using evaluate::Verdict;

/// Why nothing was rated, in words; empty when something was.
std::string WhyNothing(const evaluate::Coverage& coverage, const model::Case& source) {
  if (source.grounds.empty()) return "no ground is filed";
  if (coverage.criteria.empty()) return "the case pleads no criterion of its packs";
  const bool applies = std::any_of(coverage.criteria.begin(), coverage.criteria.end(),
                                   [](const evaluate::CriterionCoverage& one) {
                                     return one.verdict != Verdict::kNotApplicable;
                                   });
  return applies ? "" : "no rule that the case pleads applies";
}

Finding NothingChecked(const std::string& why, const model::Case& source) {
  Finding finding;
  finding.kind = Kind::kNothingChecked;
  finding.place = source.header.id.span.known() ? diagnostics::Place(source.header.id.span)
                                                : diagnostics::Place::InFile("dossier.yaml");
  finding.args = {diagnostics::Id(why)};
  finding.hint = {"plead a criterion in dossier.yaml and file evidence for it in grounds.yaml"};
  return finding;
}

std::optional<Date> Today(const model::Header& header, const CheckOptions& options) {
  std::optional<Date> today = options.today;
  if (today) return today;
  for (const model::Filing& filing : header.filings) {
    if (!filing.date.date) continue;
    if (!today || !filing.date.date->CertainlyBefore(*today)) today = filing.date.date;
  }
  return today;
}

Summary Summarise(const evaluate::Coverage& coverage, const std::vector<CheckedFinding>& findings) {
  Summary summary;
  summary.criteria = static_cast<int>(coverage.criteria.size());
  for (const evaluate::CriterionCoverage& one : coverage.criteria) {
    ++summary.verdicts.at(static_cast<std::size_t>(one.verdict));
  }
  for (const CheckedFinding& checked : findings) {
    if (checked.waived()) {
      ++summary.waived;
      continue;
    }
    switch (checked.finding.EffectiveLevel()) {
      case Level::kError:
        ++summary.errors;
        break;
      case Level::kWarning:
        ++summary.warnings;
        break;
      case Level::kNote:
        ++summary.notes;
        break;
    }
  }
  return summary;
}

int ExitCodeOf(const CheckResult& result, const CheckOptions& options) {
  if (result.outcome == Outcome::kNothingChecked && !options.allow_empty) return 5;
  if (!options.fail_on) return 0;
  const bool fails = std::any_of(
      result.findings.begin(), result.findings.end(), [&](const CheckedFinding& checked) {
        return !checked.waived() && checked.finding.EffectiveLevel() >= *options.fail_on;
      });
  return fails ? 1 : 0;
}

}  // namespace

CheckResult Check(evaluate::Coverage coverage, const resolve::ResolvedCase& resolved,
                  std::vector<Finding> findings, const diagnostics::Sources& sources,
                  const CheckOptions& options) {
  const model::Case& source = *resolved.source;
  CheckResult result;
  result.coverage = std::move(coverage);
  diagnostics::Sink own;
  ReportSameFiles(resolved, own);
  ReportNamesInIds(source, own);
  const std::string why = WhyNothing(result.coverage, source);
  if (!why.empty()) {
    result.outcome = Outcome::kNothingChecked;
    if (!options.allow_empty) own.Report(NothingChecked(why, source));
  }
  findings.insert(findings.end(), own.findings().begin(), own.findings().end());
  for (Finding& finding : findings) {
    result.findings.push_back({.finding = std::move(finding), .fingerprint = {}, .accepted = {}});
  }
  ApplyWaivers(source.author, Today(source.header, options), sources, result.findings);
  ApplyLevels(source.author, result.findings);
  ApplyAcceptances(source.author, result.coverage, result.findings);
  SortAndDeduplicate(result.findings, sources);
  for (CheckedFinding& checked : result.findings) {
    checked.fingerprint = FingerprintOf(checked.finding);
  }
  result.summary = Summarise(result.coverage, result.findings);
  result.exit_code = ExitCodeOf(result, options);
  return result;
}

}  // namespace dossier::check
