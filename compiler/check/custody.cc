// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/custody.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace dossier::check {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using model::CaseDate;
using model::CustodyStep;
using model::Exhibit;

/// "10:12:00" of a day with a time in UTC; empty for others.
std::string TimeInUtc(const Date& date) {
  const std::string text = date.ToString();
  const std::size_t at = text.find('T');
  if (at == std::string::npos || !text.ends_with('Z')) return {};
  std::string time = text.substr(at + 1, text.size() - at - 2);
  if (time.size() == 5) time += ":00";
  return time;
}

bool Before(const Date& a, const Date& b) {
  if (a.CertainlyBefore(b)) return true;
  if (!a.is_day() || !b.is_day() || a.First() != b.First()) return false;
  const std::string left = TimeInUtc(a);
  const std::string right = TimeInUtc(b);
  return !left.empty() && !right.empty() && left < right;
}

bool Before(const CaseDate& a, const CaseDate& b) { return a.date && b.date && Before(*a.date, *b.date); }

void CheckOrder(const Exhibit& exhibit, diagnostics::Sink& sink) {
  const CustodyStep* last = nullptr;
  for (std::size_t i = 0; i < exhibit.custody.size(); ++i) {
    const CustodyStep& step = exhibit.custody[i];
    if (!step.at.date) continue;
    if (last != nullptr && Before(step.at, last->at)) {
      sink.Report({.kind = Kind::kCustodyOrder,
                   .args = {Id(exhibit.id.value), Number(static_cast<long long>(i + 1)), Id(step.at.date->ToString())},
                   .place = step.at.span,
                   .exhibits = {exhibit.id.value},
                   .related = {{"the step before it is here", last->at.span}},
                   .hint = "put the steps in the order in which they were taken, or correct a date"});
    }
    last = &step;
  }
}

void CheckCapture(const Exhibit& exhibit, const std::optional<Date>& filing, diagnostics::Sink& sink) {
  if (!exhibit.captured.date) return;
  for (std::size_t i = 0; i < exhibit.custody.size(); ++i) {
    const CustodyStep& step = exhibit.custody[i];
    if (!Before(step.at, exhibit.captured)) continue;
    sink.Report({.kind = Kind::kCustodyBeforeCapture,
                 .args = {Id(exhibit.id.value), Number(static_cast<long long>(i + 1)), Id(step.at.date->ToString())},
                 .place = step.at.span,
                 .exhibits = {exhibit.id.value},
                 .related = {{"the capture is dated here", exhibit.captured.span}},
                 .hint = "the chain begins with the capture; correct one of the two dates"});
  }
  if (!filing || !filing->CertainlyBefore(*exhibit.captured.date)) return;
  sink.Report({.kind = Kind::kCapturedAfterFiling,
               .args = {Id(exhibit.id.value), Id(exhibit.captured.date->ToString()), Id(filing->ToString())},
               .place = exhibit.captured.span,
               .exhibits = {exhibit.id.value},
               .hint = "correct the date, or name with `submitted:` the later filing that it goes with"});
}

}  // namespace

std::optional<Date> FilingOf(const model::Case& source, const Exhibit& exhibit,
                             const std::vector<evaluate::DateOverride>& as_of) {
  const auto& filings = source.header.filings;
  const auto named = std::find_if(filings.begin(), filings.end(), [&](const model::Filing& filing) {
    return !exhibit.submitted.value.empty() && filing.id.value == exhibit.submitted.value;
  });
  if (named != filings.end()) return named->date.date;
  return evaluate::NamedDates(source.header, "", as_of).Get("filing");
}

void CheckCustody(const model::Case& source, const std::vector<evaluate::DateOverride>& as_of,
                  diagnostics::Sink& sink) {
  for (const Exhibit& exhibit : source.exhibits) {
    CheckOrder(exhibit, sink);
    CheckCapture(exhibit, FilingOf(source, exhibit, as_of), sink);
  }
}

}  // namespace dossier::check
