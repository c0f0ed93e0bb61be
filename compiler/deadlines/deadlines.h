// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/condition.h"
#include "compiler/evaluate/dates.h"
#include "compiler/foundation/date.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

namespace dossier::deadlines {

/// One way in which a time limit can be counted.
struct Counted {
  model::Period period;
  model::Reading reading;
  Day last_day;
};

/// A time limit of one subject.
struct DeadlineResult {
  const model::Deadline* deadline = nullptr;
  std::string subject;         // an applicant; empty in a case without applicants
  std::optional<Date> anchor;  // as stated; nothing: not stated, or pending
  /// Every way of counting, the earliest last day first; none when `unknown` is set.
  std::vector<Counted> ways;
  std::optional<Day> last_day;  // the earliest; nothing when it cannot be computed
  std::string unknown;          // why it cannot, in words
  /// What the case does not state and what decides whether the limit applies, or how long it is.
  std::vector<evaluate::Undecided> undecided_when, undecided_period;
  /// The latest of the last days over the periods that may apply, each by its earliest reading: a
  /// day after it is late for certain.
  std::optional<Day> certain_last_day;
};

struct DeadlineOptions {
  /// Named dates set from outside, as in `evaluate::EvaluateOptions`.
  std::vector<evaluate::DateOverride> as_of;
  /// What "near" is measured against; nothing: the date of the filing.
  std::optional<Date> today;
};

/// Counts the time limits that the packs set, for each applicant.
///
/// A limit applies unless its condition is certainly false. Of several readings, and of several
/// periods where the case does not state which applies, the earliest last day is the one that
/// counts; the finding says how it was counted and which other way gives a later day. A limit is
/// said once when all applicants share it.
///
/// D0408 when the day of `for` lies after the last day; as a warning when that is not certain (a
/// partial date, a longer period that may apply, a day of `for` that is not stated while the last
/// day is behind). Else D0409 when the last day is at most seven days after `today`, and what is to
/// be done is not behind `today` already: not stated, or on that day or later. A filing is measured
/// against its own date when `today` is not given, since that is the day the document is made for.
/// Else D0410. Limits without `for` are only reported: D0410, and D0411 as a note.
///
/// Needs:   packs and calendars outlive the product.
/// Gives:   packs in their order, deadlines in theirs, applicants in theirs.
/// Reports: D0306, D0403, D0404, D0408 to D0412.
/// Reads no files and no clock.
[[nodiscard]] std::vector<DeadlineResult> ComputeDeadlines(
    const model::Case& source, const std::vector<model::RulePack>& packs,
    const std::vector<model::Calendar>& calendars, const DeadlineOptions& options,
    diagnostics::Sink& sink);

}  // namespace dossier::deadlines
