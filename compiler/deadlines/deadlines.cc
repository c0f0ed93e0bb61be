// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/deadlines.h"

#include <algorithm>

#include "compiler/deadlines/counting.h"
#include "compiler/deadlines/findings.h"
#include "compiler/evaluate/circumstances.h"

namespace dossier::deadlines {
namespace {

using evaluate::Truth;
using model::Deadline;
using model::Period;

/// The periods that may apply, and what decides between them.
struct Periods {
  std::vector<Period> periods;
  std::vector<evaluate::Undecided> undecided;
};

class Counter {
 public:
  Counter(const evaluate::Circumstances& of_case, const std::vector<model::Calendar>& calendars)
      : of_case_(of_case), calendars_(calendars) {}

  /// Nothing when the limit does not apply to the subject.
  [[nodiscard]] std::optional<DeadlineResult> Count(const Deadline& deadline,
                                                    const std::string& subject) const;

 private:
  [[nodiscard]] evaluate::ConditionValue Holds(const model::Condition& condition,
                                               const std::string& subject) const {
    return evaluate::Holds(condition, of_case_, evaluate::Asked::Person(subject));
  }
  [[nodiscard]] Periods PeriodsOf(const Deadline& deadline, const std::string& subject) const;
  void CountWays(const Day& event, const std::vector<Period>& periods,
                 DeadlineResult& result) const;
  [[nodiscard]] const model::Calendar* Find(const std::string& id) const;

  const evaluate::Circumstances& of_case_;
  const std::vector<model::Calendar>& calendars_;
};

Periods Counter::PeriodsOf(const Deadline& deadline, const std::string& subject) const {
  Periods result;
  for (const auto& [condition, period] : deadline.alternates) {
    const evaluate::ConditionValue value = Holds(condition, subject);
    if (value.truth == Truth::kFalse) continue;
    result.periods.push_back(period);
    if (value.truth == Truth::kTrue) return result;
    result.undecided.insert(result.undecided.end(), value.undecided.begin(), value.undecided.end());
  }
  result.periods.push_back(deadline.period);
  return result;
}

const model::Calendar* Counter::Find(const std::string& id) const {
  const auto found = std::find_if(calendars_.begin(), calendars_.end(),
                                  [&](const model::Calendar& one) { return one.id == id; });
  return found == calendars_.end() ? nullptr : &*found;
}

void Counter::CountWays(const Day& event, const std::vector<Period>& periods,
                        DeadlineResult& result) const {
  for (const Period& period : periods) {
    std::optional<Day> earliest;
    for (const model::Reading& reading : result.deadline->readings) {
      const model::Calendar* calendar = Find(reading.calendar);
      if (calendar == nullptr && !reading.calendar.empty()) {
        result.unknown = "there is no calendar \"" + reading.calendar + "\"";
        return;
      }
      const std::optional<Day> last = LastDay(event, period, reading, WorkingDays(calendar));
      if (!last) {
        result.unknown = "a period of " + WordsOf(period) + " cannot be counted";
        return;
      }
      result.ways.push_back({.period = period, .reading = reading, .last_day = *last});
      if (!earliest || *last < *earliest) earliest = last;
    }
    if (earliest && (!result.certain_last_day || *result.certain_last_day < *earliest)) {
      result.certain_last_day = earliest;
    }
  }
  std::stable_sort(result.ways.begin(), result.ways.end(),
                   [](const Counted& a, const Counted& b) { return a.last_day < b.last_day; });
}

std::optional<DeadlineResult> Counter::Count(const Deadline& deadline,
                                             const std::string& subject) const {
  DeadlineResult result;
  result.deadline = &deadline;
  result.subject = subject;
  if (deadline.when) {
    const evaluate::ConditionValue value = Holds(*deadline.when, subject);
    if (value.truth == Truth::kFalse) return std::nullopt;
    result.undecided_when = value.undecided;
  }
  const Periods periods = PeriodsOf(deadline, subject);
  result.undecided_period = periods.undecided;
  const evaluate::NamedDates& dates = of_case_.DatesOf(subject);
  result.anchor = dates.Get(deadline.anchor);
  if (!result.anchor) {
    const bool pending = dates.StateOf(deadline.anchor) == evaluate::NamedDates::State::kPending;
    result.unknown = "it runs from \"" + deadline.anchor + "\", which " +
                     (pending ? "is pending" : "the case does not state");
    return result;
  }
  CountWays(result.anchor->First(), periods.periods, result);
  if (result.unknown.empty() && !result.anchor->is_day()) {
    result.unknown = "it runs from \"" + deadline.anchor + "\", which is stated as " +
                     result.anchor->ToString() + " only";
    if (!result.ways.empty()) {
      result.unknown +=
          "; it ends on " + Date::Of(result.ways.front().last_day).ToString() + " at the earliest";
    }
  }
  if (result.unknown.empty() && !result.ways.empty()) {
    result.last_day = result.ways.front().last_day;
  } else {
    result.ways.clear();
    result.certain_last_day.reset();
  }
  return result;
}

}  // namespace

std::vector<DeadlineResult> ComputeDeadlines(const model::Case& source,
                                             const std::vector<model::RulePack>& packs,
                                             const std::vector<model::Calendar>& calendars,
                                             const DeadlineOptions& options,
                                             diagnostics::Sink& sink) {
  std::vector<std::string> subjects;
  for (const model::Text& applicant : source.header.applicants) subjects.push_back(applicant.value);
  if (subjects.empty()) subjects.emplace_back();
  const evaluate::Circumstances of_case(source, options.as_of);
  const Counter counter(of_case, calendars);
  std::vector<DeadlineResult> results;
  for (const model::RulePack& pack : packs) {
    for (const Deadline& deadline : pack.deadlines) {
      std::vector<DeadlineResult> of_deadline;
      for (const std::string& subject : subjects) {
        std::optional<DeadlineResult> result = counter.Count(deadline, subject);
        if (result) of_deadline.push_back(std::move(*result));
      }
      ReportDeadline(of_deadline, source, of_case, options, sink);
      std::move(of_deadline.begin(), of_deadline.end(), std::back_inserter(results));
    }
  }
  return results;
}

}  // namespace dossier::deadlines
