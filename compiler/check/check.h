// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "compiler/check/check_result.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/foundation/date.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::check {

struct CheckOptions {
  /// What waivers are measured against; nothing: the latest dated filing.
  std::optional<Date> today;
  /// Lowest level that fails; nothing: none does.
  std::optional<diagnostics::Level> fail_on = diagnostics::Level::kError;
  /// A case without anything to rate is fine.
  bool allow_empty = false;
};

/// Gathers what the stages found, applies what the author decided and says how the run ends.
///
/// Levels of author.yaml lower any finding of their code; they raise those at the level of the
/// code, and not those that a rule's weight or a covered alternative made quieter. Waivers cover
/// every code but those about waivers and D0506, up to and with their last day. A waived finding is
/// shown and does not count. An acceptance is shown and counts as before.
///
/// Reports: D0405, D0406, D0506, D0708, D0801.
/// Gives:   findings by file, line, column and code, without repetitions.
/// Reads no files and no clock.
[[nodiscard]] CheckResult Check(evaluate::Coverage coverage, const resolve::ResolvedCase& resolved,
                                std::vector<diagnostics::Finding> findings,
                                const diagnostics::Sources& sources, const CheckOptions& options);

}  // namespace dossier::check
