// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/descriptions.h"

#include <optional>
#include <string>

#include "compiler/foundation/date.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using inspect::MediaType;
using inspect::Oddity;
using inspect::OddityKind;

bool IsPicture(MediaType media) {
  return media == MediaType::kPng || media == MediaType::kJpeg || media == MediaType::kTiff;
}

/// The days on which the file can have been made. A time in UTC may be the day before or after where
/// it was made; a camera writes its own day.
struct Days {
  Day first, last;
};

std::optional<Days> DaysOf(const std::string& created) {
  constexpr std::size_t kDay = 10;
  const auto date = Date::Parse(created.substr(0, kDay));
  if (!date) return std::nullopt;
  const int slack = created.size() > kDay && created.back() == 'Z' ? 1 : 0;
  return Days{.first = FromDayNumber(DayNumber(date->First()) - slack), .last = FromDayNumber(DayNumber(date->Last()) + slack)};
}

enum class Allowed { kSameDay, kBefore, kAfter };

bool Agrees(const Days& made, const Date& stated, Allowed allowed) {
  const bool after = stated.Last() < made.first;
  const bool before = made.last < stated.First();
  return (!after || allowed == Allowed::kAfter) && (!before || allowed == Allowed::kBefore);
}

/// A photograph or a recording is made when what it shows happens; the scan of a paper, later. What is
/// on a website was made before it was copied.
void CheckDates(const model::Exhibit& exhibit, const inspect::ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  const auto made = DaysOf(facts.description.created);
  if (!made) return;
  const bool copied = !exhibit.url.empty() || !exhibit.archived.empty();
  const bool witness = exhibit.kind == model::ExhibitKind::kPhoto || exhibit.kind == model::ExhibitKind::kVideo ||
                       inspect::IsRecording(facts.media);
  const auto check = [&](const model::CaseDate& stated, std::string_view key, Allowed allowed) {
    if (!stated.date || Agrees(*made, *stated.date, allowed)) return;
    Finding finding = about;
    finding.kind = Kind::kMadeOnOtherDay;
    finding.args = {Id(exhibit.id.value), facts.description.created, stated.date->ToString(), Id(key)};
    finding.related = {{"the register has its date here", stated.span}};
    finding.hint = "see which of the two is right; clocks of cameras are often wrong, and programs write days of their own";
    sink.Report(std::move(finding));
  };
  check(exhibit.event, "dates.event", witness ? Allowed::kSameDay : Allowed::kAfter);
  const bool only = witness && !exhibit.event.date && !copied;
  check(exhibit.captured, "dates.captured", only ? Allowed::kSameDay : Allowed::kBefore);
}

std::string WordsOf(const Oddity& oddity) {
  if (oddity.kind == OddityKind::kIdentifier) return oddity.detail;
  return oddity.detail.starts_with("metadata") ? "metadata that could not be read" : oddity.detail + " that was not read";
}

void CheckOddities(const inspect::ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  std::string unshown;
  for (const Oddity& oddity : facts.oddities) {
    Finding finding = about;
    finding.args = {Id(about.exhibits.front()), oddity.detail};
    if (oddity.kind == OddityKind::kPosition) {
      finding.kind = Kind::kSaysWhere;
      finding.hint = "the bundle leaves it out; whoever gets the file itself can read it";
      sink.Report(std::move(finding));
    } else if (oddity.kind == OddityKind::kThumbnail) {
      finding.kind = Kind::kThumbnailDiffers;
      finding.hint = "look at the small picture before the file is handed on; the bundle leaves it out";
      sink.Report(std::move(finding));
    } else if (oddity.kind == OddityKind::kIdentifier || oddity.kind == OddityKind::kUnreadPart) {
      unshown += (unshown.empty() ? "" : ", ") + WordsOf(oddity);
    }
  }
  if (unshown.empty()) return;
  Finding finding = about;
  finding.kind = Kind::kUnshownData;
  finding.args = {Id(about.exhibits.front()), unshown};
  finding.hint = "the bundle leaves it out; whoever gets the file itself can read it";
  sink.Report(std::move(finding));
}

}  // namespace

void ReportDescription(const model::Exhibit& exhibit, const model::Text& path, const inspect::ExhibitFacts& facts,
                       diagnostics::Sink& sink) {
  if (!IsPicture(facts.media) && !inspect::IsRecording(facts.media)) return;
  const Finding about{.place = path.span, .exhibits = {exhibit.id.value}};
  CheckOddities(facts, about, sink);
  CheckDates(exhibit, facts, about, sink);
}

}  // namespace dossier::driver
