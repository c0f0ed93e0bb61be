// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/check/check_result.h"
#include "compiler/driver/intake.h"
#include "compiler/driver/provenance.h"
#include "compiler/driver/request.h"
#include "compiler/driver/session.h"
#include "compiler/evaluate/coverage.h"
#include "compiler/quote/check_quotations.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::driver {

/// A case after everything short of the PDF. `Session` holds the findings so far.
struct CheckedCase {
  std::unique_ptr<Session> session;  // its case is referred to by `resolved`
  Intake intake;
  Provenance provenance;
  resolve::ResolvedCase resolved;
  std::vector<quote::CheckedQuotation> quotations;
  evaluate::Coverage coverage;
  int brief_pages = 0;  // 0 until the brief is laid out
};

/// Reads, inspects, resolves and evaluates. Nothing when the case could not be loaded; the findings
/// are in the session all the same.
[[nodiscard]] CheckedCase CheckCase(const Request& request);

/// Gathers what was found: levels, waivers, order, counts. Called when nothing more will be found.
[[nodiscard]] check::CheckResult Gather(const CheckedCase& checked, const Request& request);

/// `check [DOSSIER]`.
[[nodiscard]] ExitCode CheckCommand(const Request& request);

/// Findings and a summary on standard error (text), or the JSON report as `check` prints it.
[[nodiscard]] ExitCode ShowCheck(const CheckedCase& checked, const check::CheckResult& result,
                                 const Request& request);

}  // namespace dossier::driver
