// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/checking.h"

#include <unistd.h>

#include <string_view>
#include <vector>

#include "compiler/check/check.h"
#include "compiler/check/custody.h"
#include "compiler/check/letters.h"
#include "compiler/driver/check_view.h"
#include "compiler/driver/filing_checks.h"
#include "compiler/driver/lock_state.h"
#include "compiler/driver/quotations.h"
#include "compiler/driver/rendered.h"
#include "compiler/driver/review_state.h"
#include "compiler/driver/showing.h"
#include "compiler/driver/surroundings.h"
#include "compiler/evaluate/bind.h"
#include "compiler/evaluate/evaluate.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/check_json.h"
#include "compiler/report/text_report.h"
#include "compiler/resolve/resolve.h"

namespace dossier::driver {

CheckedCase CheckCase(const Request& request) {
  CheckedCase checked;
  checked.session = std::make_unique<Session>(OpenSession(request));
  Session& session = *checked.session;
  if (!session.loaded) return checked;
  checked.intake = TakeIn(session, request);
  checked.resolved = resolve::Resolve(*session.loaded, checked.intake.pages, &session.lock, session.sink);
  checked.provenance = ReadCompanions(session);
  JudgeProofs(session, request, checked.intake, checked.provenance);
  check::CheckCustody(*session.loaded, request.as_of, session.sink);
  check::CheckLetters(*session.loaded, session.sink);
  ReportLockState(session, checked.intake, checked.provenance, checked.resolved);
  ReportSurroundings(session);
  ReportReviews(session, checked.intake);
  checked.quotations = quote::CheckQuotations(checked.resolved, TextsOf(session, checked.intake), session.sink);
  if (request.rendered || (request.command == Command::kBuild && request.final_build)) CheckRendered(checked, request);
  evaluate::BindRules(*session.loaded, session.packs, session.sink);
  checked.coverage = evaluate::Evaluate(checked.resolved, session.packs, {.as_of = request.as_of}, session.sink);
  CheckFiling(session, checked.resolved, request);
  return checked;
}

check::CheckResult Gather(const CheckedCase& checked, const Request& request) {
  const check::CheckOptions options{
      .today = TodayOf(request), .fail_on = request.fail_on, .allow_empty = request.allow_empty};
  return check::Check(checked.coverage, checked.resolved, checked.session->sink.findings(),
                      checked.session->sources, options);
}

namespace {

bool ConcernSeveral(const std::vector<check::CheckedFinding>& findings) {
  std::string_view first;
  for (const check::CheckedFinding& entry : findings) {
    const std::string& subject = entry.finding.subject;
    if (first.empty()) first = subject;
    if (!subject.empty() && subject != first) return true;
  }
  return false;
}

}  // namespace

ExitCode ShowCheck(const CheckedCase& checked, const check::CheckResult& result, const Request& request) {
  const bool json = request.format == Format::kJson;
  const report::TextStyle style{
      .color = UseColor(request, STDERR_FILENO),
      .subjects = ConcernSeveral(result.findings),
      .redact = request.redact};
  // With a machine format the findings are in the answer, and standard error stays quiet.
  if (!json) {
    std::string findings;
    for (const check::CheckedFinding& entry : result.findings) {
      findings += report::FindingAsText(entry.finding, checked.session->sources, style);
    }
    if (!io::WriteStderr(findings)) return ExitCode::kOutputFailed;
  }
  report::CheckView view = ViewOf(checked, &result);
  if (json) AddEnvironment(view);
  const std::string answer = json ? report::CheckAsJson(view, request.redact) : report::SummaryAsText(view);
  if (!json && request.quiet && request.output.empty()) return ExitCode::kClean;
  return ShowResult(answer, request.output);
}

ExitCode CheckCommand(const Request& request) {
  const CheckedCase checked = CheckCase(request);
  if (!checked.session->loaded) return ShowNotLoaded(*checked.session, request);
  const check::CheckResult result = Gather(checked, request);
  return Worse(ShowCheck(checked, result, request), static_cast<ExitCode>(result.exit_code));
}

}  // namespace dossier::driver
