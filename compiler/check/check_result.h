// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/finding.h"
#include "compiler/evaluate/coverage.h"
#include "compiler/model/case.h"

/// Everything a run found, gathered: product of `Check`, and what `report` shows.
namespace dossier::check {

/// Whether there was anything to rate. A case that was not loaded has no result at all.
enum class Outcome { kChecked, kNothingChecked };

/// A finding as it is shown: with its final level and, where one covers it, its waiver.
struct CheckedFinding {
  diagnostics::Finding finding;
  /// 32 hexadecimal digits over code, subject, criterion, exhibits and need: the same for the same
  /// gap however the files move.
  std::string fingerprint;
  /// The acceptance in author.yaml that covers it; an annotation, which changes no level.
  std::optional<model::Acceptance> accepted;

  [[nodiscard]] bool waived() const { return finding.waiver.has_value(); }
};

struct Summary {
  int criteria = 0;
  std::array<int, 8> verdicts{};  // by `evaluate::Verdict`
  int errors = 0;                 // not waived; so are the next two
  int warnings = 0;
  int notes = 0;
  int waived = 0;
};

struct CheckResult {
  Outcome outcome = Outcome::kChecked;
  evaluate::Coverage coverage;           // with acceptances
  std::vector<CheckedFinding> findings;  // by file, line, column and code; none twice
  Summary summary;
  /// 0, 1 or 5 of the table in DESIGN section 3.
  int exit_code = 0;
};

}  // namespace dossier::check
