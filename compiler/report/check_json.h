// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/check_result.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/foundation/digest.h"
#include "compiler/model/case.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::report {

/// One file that the run looked at: of the case, or `pack:ID`.
struct InputFile {
  std::string path;
  std::optional<Digest> sha256;
  model::InputStatus status = model::InputStatus::kUsed;
};

/// What the check report shows, gathered from the stages. References must outlive the view.
struct CheckView {
  const diagnostics::Sources* sources = nullptr;
  std::string tool_version;
  std::string sandbox;  // "none", "partial", "full"; may stay empty where only text is shown
  std::vector<InputFile> inputs;
  std::vector<diagnostics::Finding> unloaded;      // the findings when nothing was loaded
  const check::CheckResult* result = nullptr;      // null: the case was not loaded
  const resolve::ResolvedCase* resolved = nullptr;  // null with `result`
  /// Verdicts of quotations, by the span of the citation.
  std::map<Span, std::string> quotations;
  /// Bundle page (from 1) on which each exhibit begins, where a bundle was laid out; by index.
  std::map<std::size_t, int> first_bundle_pages;
};

/// `check.json` (rules/schemas/check.schema.json). Keys in fixed order, no time, no path outside the
/// case. `redact` leaves ids, codes and positions.
[[nodiscard]] std::string CheckAsJson(const CheckView& view, bool redact);

/// A few lines for people: verdicts by criterion and subject, then counts.
[[nodiscard]] std::string SummaryAsText(const CheckView& view);

}  // namespace dossier::report
