// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/findings.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "compiler/deadlines/counting.h"
#include "compiler/deadlines/places.h"
#include "compiler/evaluate/wording.h"

namespace dossier::deadlines {
namespace {

using diagnostics::Certainty;
using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;
using diagnostics::Text;

constexpr std::int64_t kNearDays = 7;

std::string WordsOf(const Day& day) { return Date::Of(day).ToString(); }

bool IsDate(const evaluate::Undecided& undecided) {
  return undecided.what == evaluate::Undecided::What::kDate ||
         undecided.what == evaluate::Undecided::What::kImpreciseDate;
}

std::string Quoted(const std::vector<evaluate::Undecided>& all) {
  std::string joined;
  for (const evaluate::Undecided& one : all) {
    joined += (joined.empty() ? "\"" : ", \"") + std::string(one.name) + "\"";
  }
  return joined;
}

/// What the last day is measured against.
struct Reference {
  std::string name;  // "today", "filing"
  Date date;
};

/// Tells about one result, for one subject or for all of them.
class Teller {
 public:
  Teller(const DeadlineResult& result, std::string subject, const model::Case& source,
         const evaluate::NamedDates& dates, const DeadlineOptions& options)
      : result_(result),
        deadline_(*result.deadline),
        subject_(std::move(subject)),
        source_(source),
        dates_(dates),
        options_(options) {}

  void Tell(diagnostics::Sink& sink) const;

 private:
  [[nodiscard]] Finding About(Kind kind) const;
  [[nodiscard]] Finding Passed(const std::string& name, const Date& date, bool certain) const;
  [[nodiscard]] Finding Unknown() const;
  [[nodiscard]] Finding Known() const;
  [[nodiscard]] std::optional<Reference> ReferenceDate() const;
  [[nodiscard]] Span PlaceOfDate(const std::string& name, const std::optional<Date>& value) const {
    return PlaceOf(source_.header, result_.subject, name, value);
  }
  void RelateCounting(Finding& finding) const;
  void TellUndecided(diagnostics::Sink& sink) const;
  void TellBand(diagnostics::Sink& sink) const;

  const DeadlineResult& result_;
  const model::Deadline& deadline_;
  std::string subject_;
  const model::Case& source_;
  const evaluate::NamedDates& dates_;
  const DeadlineOptions& options_;
};

Finding Teller::About(Kind kind) const {
  Finding finding;
  finding.kind = kind;
  finding.place = PlaceOfDate(deadline_.anchor, result_.anchor);
  finding.subject = subject_;
  finding.criterion = deadline_.id;
  finding.why = evaluate::Why(deadline_.authority);
  if (!result_.ways.empty()) {
    const Counted& way = result_.ways.front();
    finding.why += "; counted as " + deadlines::WordsOf(way.period, way.reading);
  }
  return finding;
}

/// The ways that end later, each last day once, and why a period was taken.
void Teller::RelateCounting(Finding& finding) const {
  std::set<Day> told;
  for (const Counted& way : result_.ways) {
    if (!told.insert(way.last_day).second || way.last_day == *result_.last_day) continue;
    finding.related.push_back(
        {{"counted in another way it ends on {0}: {1}",
          {Id(WordsOf(way.last_day)), Id(deadlines::WordsOf(way.period, way.reading))}},
         deadline_.span});
  }
  if (!result_.undecided_period.empty()) {
    finding.related.push_back(
        {{"how long it is depends on {0}, which the case leaves open; the earliest day was taken",
          {Id(Quoted(result_.undecided_period))}},
         deadline_.span});
  }
  finding.related.push_back({{"the rule stands here"}, deadline_.span});
}

Finding Teller::Passed(const std::string& name, const Date& date, bool certain) const {
  Finding finding = About(Kind::kDeadlinePassed);
  finding.args = {Id(evaluate::Named(deadline_.title, deadline_.id)),
                  Id(WordsOf(*result_.last_day)), Id(name), Id(date.ToString())};
  if (!certain) {
    finding.level = Level::kWarning;
    finding.certainty = Certainty::kPossible;
  }
  const bool done = name == deadline_.for_date;
  if (done) finding.place = PlaceOfDate(name, date);
  finding.related.push_back({{"counted from {0} {1}, stated here",
                              {Id(deadline_.anchor), Id(result_.anchor->ToString())}},
                             PlaceOfDate(deadline_.anchor, result_.anchor)});
  if (done && date.is_day()) {
    finding.hint = {"check \"{0}\" and \"{1}\"; if both are right, ask for the time to be restored",
                    {Id(deadline_.anchor), Id(name)}};
  } else if (done) {
    finding.hint = {"give the day of \"{0}\": {1} leaves open whether it was in time",
                    {Id(name), Id(date.ToString())}};
  } else {
    finding.hint = {"state \"{0}\" in dossier.yaml if it was done in time",
                    {Id(deadline_.for_date)}};
  }
  RelateCounting(finding);
  return finding;
}

Finding Teller::Unknown() const {
  Finding finding = About(Kind::kDeadlineUnknown);
  finding.args = {Id(evaluate::Named(deadline_.title, deadline_.id)), Id(result_.unknown)};
  if (deadline_.for_date.empty()) finding.level = Level::kNote;
  if (!result_.anchor || !result_.anchor->is_day()) {
    finding.hint = {"state the day in dossier.yaml, or give it with \"--as-of {0}=DATE\"",
                    {Id(deadline_.anchor)}};
  } else {
    finding.hint = {"mend the rule {0}", {Id(deadline_.id)}};
  }
  finding.related.push_back({{"the rule stands here"}, deadline_.span});
  return finding;
}

std::optional<Reference> Teller::ReferenceDate() const {
  if (options_.today) return Reference{.name = "today", .date = *options_.today};
  const std::optional<Date>& filing = dates_.Get("filing");
  if (!filing) return std::nullopt;
  return Reference{.name = "filing", .date = *filing};
}

Finding Teller::Known() const {
  const Day last = *result_.last_day;
  const std::optional<Date> done =
      deadline_.for_date.empty() ? std::nullopt : dates_.Get(deadline_.for_date);
  if (done && done->Last() > last) {
    const bool certain = done->First() > *result_.certain_last_day;
    return Passed(deadline_.for_date, *done, certain);
  }
  const std::optional<Reference> reference = ReferenceDate();
  const bool ahead = !deadline_.for_date.empty() && reference &&
                     (!done || done->Last() >= reference->date.First());
  if (ahead) {
    const std::int64_t left = DayNumber(last) - DayNumber(reference->date.Last());
    if (left < 0 && !done) return Passed(reference->name, reference->date, false);
    if (left >= 0 && left <= kNearDays) {
      Finding finding = About(Kind::kDeadlineNear);
      finding.args = {Id(evaluate::Named(deadline_.title, deadline_.id)), Id(WordsOf(last)),
                      Id(evaluate::Count(static_cast<int>(left), "day")),
                      Id(reference->name + " " + reference->date.ToString())};
      finding.hint = {"it is counted from \"{0}\" {1}",
                      {Id(deadline_.anchor), Id(result_.anchor->ToString())}};
      RelateCounting(finding);
      return finding;
    }
  }
  Finding finding = About(Kind::kDeadlineComputed);
  finding.args = {Id(evaluate::Named(deadline_.title, deadline_.id)), Id(WordsOf(last)),
                  Id(deadline_.anchor + " " + result_.anchor->ToString())};
  RelateCounting(finding);
  return finding;
}

void Teller::TellUndecided(diagnostics::Sink& sink) const {
  for (const evaluate::Undecided& one : result_.undecided_when) {
    const bool imprecise = one.what == evaluate::Undecided::What::kImpreciseDate;
    Finding finding = About(!IsDate(one) ? Kind::kFactUndecided
                            : imprecise  ? Kind::kPartialDateStraddles
                                         : Kind::kDateMissing);
    finding.args = {Id(deadline_.id), Id(one.name)};
    if (imprecise) finding.args = {Id(std::string(one.name) + " " + one.at), Id(deadline_.id)};
    finding.need = one.name;
    finding.level = Level::kNote;
    finding.hint = {IsDate(one)
                        ? "state the day in dossier.yaml, or give it with \"--as-of "
                          "{0}=DATE\"; until then the limit is taken to apply"
                        : "state it in facts.yaml: \"{id: {0}, value: ...}\"; until then the "
                          "limit is taken to apply",
                    {Id(one.name)}};
    finding.related.push_back({{"the rule stands here"}, deadline_.span});
    sink.Report(std::move(finding));
  }
}

std::string BandWords(const model::Deadline& deadline) {
  if (!deadline.band_max_days) return "at least " + evaluate::Count(*deadline.band_min_days, "day");
  const std::string most = evaluate::Count(*deadline.band_max_days, "day");
  if (!deadline.band_min_days) return "at most " + most;
  return std::to_string(*deadline.band_min_days) + " to " + most;
}

void Teller::TellBand(diagnostics::Sink& sink) const {
  if (!deadline_.band_min_days && !deadline_.band_max_days) return;
  std::set<std::string> told;
  for (const Counted& way : result_.ways) {
    const CalendarDays length = LengthOf(way.period);
    const bool too_short =
        deadline_.band_min_days && length.most && *length.most < *deadline_.band_min_days;
    const bool too_long = deadline_.band_max_days && length.fewest > *deadline_.band_max_days;
    if (!too_short && !too_long) continue;
    if (!told.insert(deadlines::WordsOf(way.period)).second) continue;
    const model::Authority& above = deadline_.band_authority;
    Finding finding = About(Kind::kPeriodOutOfBand);
    finding.place = deadline_.span;
    finding.args = {
        Id(evaluate::Named(deadline_.title, deadline_.id)), Id(deadlines::WordsOf(way.period)),
        Id(above.pinpoint.empty() ? above.instrument : above.instrument + ", " + above.pinpoint),
        Id(BandWords(deadline_))};
    finding.why = evaluate::Why(above);
    finding.hint = {"compare {0} with {1}; until that is settled keep the shorter time",
                    {Id(deadline_.authority.pinpoint), Id(above.pinpoint)}};
    sink.Report(std::move(finding));
  }
}

void Teller::Tell(diagnostics::Sink& sink) const {
  TellUndecided(sink);
  sink.Report(result_.last_day ? Known() : Unknown());
  TellBand(sink);
}

bool SameWays(const std::vector<Counted>& a, const std::vector<Counted>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Counted& x, const Counted& y) {
    return x.last_day == y.last_day && x.period.unit == y.period.unit &&
           x.period.count == y.period.count;
  });
}

bool SameNames(const std::vector<evaluate::Undecided>& a,
               const std::vector<evaluate::Undecided>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const evaluate::Undecided& x, const evaluate::Undecided& y) {
                      return x.what == y.what && x.name == y.name && x.at == y.at;
                    });
}

/// True when everything that is said about the two is the same.
bool Same(const DeadlineResult& a, const DeadlineResult& b,
          const evaluate::Circumstances& of_case) {
  const std::string& name = a.deadline->for_date;
  return a.anchor == b.anchor && a.unknown == b.unknown && SameWays(a.ways, b.ways) &&
         SameNames(a.undecided_when, b.undecided_when) &&
         SameNames(a.undecided_period, b.undecided_period) &&
         of_case.DatesOf(a.subject).Get(name) == of_case.DatesOf(b.subject).Get(name);
}

}  // namespace

void ReportDeadline(const std::vector<DeadlineResult>& results, const model::Case& source,
                    const evaluate::Circumstances& of_case, const DeadlineOptions& options,
                    diagnostics::Sink& sink) {
  if (results.empty()) return;
  const DeadlineResult& first = results.front();
  const auto tell = [&](const DeadlineResult& result, const std::string& subject) {
    Teller(result, subject, source, of_case.DatesOf(result.subject), options).Tell(sink);
  };
  const bool shared =
      results.size() > 1 && results.size() == source.header.applicants.size() &&
      std::all_of(results.begin(), results.end(),
                  [&](const DeadlineResult& result) { return Same(first, result, of_case); });
  if (shared) return tell(first, "");
  for (const DeadlineResult& result : results) tell(result, result.subject);
}

}  // namespace dossier::deadlines
