// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "compiler/driver/contents.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using inspect::CaptureRecord;
using inspect::ExhibitFacts;
using inspect::MediaType;

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

/// An address without what does not change the page that it names: scheme, case of the host, a
/// fragment, a slash at the end.
std::string PlainAddress(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  std::string plain(url);
  const std::size_t host = std::min(plain.find_first_of("/?"), plain.size());
  for (std::size_t i = 0; i < host; ++i) {
    if (plain[i] >= 'A' && plain[i] <= 'Z') plain[i] = static_cast<char>(plain[i] - 'A' + 'a');
  }
  if (plain.ends_with('/')) plain.pop_back();
  return plain;
}

/// True when the two lead to one page, or one of them is a public archive's copy of the other, whose
/// address ends in it.
bool OnePage(std::string_view captured, std::string_view registered, bool without_query) {
  if (without_query) {
    captured = captured.substr(0, captured.find('?'));
    registered = registered.substr(0, registered.find('?'));
  }
  const std::string a = PlainAddress(captured);
  const std::string b = PlainAddress(registered);
  return a == b || a.ends_with("/" + b) || a.ends_with("//" + b);
}

bool IsWeb(const CaptureRecord& capture) { return capture.url.starts_with("http"); }

/// A moment in UTC: its day and the minutes since that day began; nothing for less than a time.
struct Moment {
  Date day;
  int minutes = 0;
};

std::optional<Moment> MomentOf(std::string_view at) {
  if (at.size() < 16 || at[10] != 'T' || !at.ends_with('Z')) return std::nullopt;
  const auto day = Date::Parse(at.substr(0, 10));
  int hour = 0, minute = 0;
  std::from_chars(at.data() + 11, at.data() + 13, hour);
  std::from_chars(at.data() + 14, at.data() + 16, minute);
  if (!day) return std::nullopt;
  return Moment{*day, hour * kHour + minute};
}

/// Whether the moment falls on the date of the register. A day without a time may be that of any
/// place on earth: UTC-12 to UTC+14.
bool Agrees(const Moment& moment, const Date& date) {
  constexpr int kEast = 14 * kHour;
  constexpr int kWest = 12 * kHour;
  const std::int64_t day = DayNumber(moment.day.First());
  const bool timed = date.ToString().find('T') != std::string::npos;
  const bool next = !timed && moment.minutes + kEast >= kDay;
  const bool before = !timed && moment.minutes < kWest;
  return DayNumber(date.First()) <= day + (next ? 1 : 0) && day - (before ? 1 : 0) <= DayNumber(date.Last());
}

}  // namespace

void ReportCapture(const model::Exhibit& exhibit, const model::Text& path, const ExhibitFacts& facts,
                   diagnostics::Sink& sink) {
  const auto main = std::find_if(facts.captures.begin(), facts.captures.end(), IsWeb);
  if (main == facts.captures.end()) return;
  const auto say = [&](diagnostics::Arg captured, diagnostics::Arg registered, diagnostics::Place place, diagnostics::Text hint) {
    sink.Report({.kind = Kind::kCaptureDiffers,
                 .args = {Id(exhibit.id.value), std::move(captured), std::move(registered)},
                 .place = std::move(place),
                 .exhibits = {exhibit.id.value},
                 .hint = std::move(hint)});
  };
  const bool own_word = facts.media == MediaType::kHtml;  // a page's name for itself leaves out what tracks readers
  const bool any = std::any_of(facts.captures.begin(), facts.captures.end(), [&](const CaptureRecord& capture) {
    return IsWeb(capture) && (OnePage(capture.url, exhibit.url, own_word) ||
                              (!exhibit.archived.empty() && OnePage(capture.url, exhibit.archived, own_word)));
  });
  if (!exhibit.url.empty() && !any) {
    say("from " + main->url, "from " + exhibit.url, path.span, "correct `url:`, or register the capture that was meant");
  }
  const std::optional<Moment> moment = MomentOf(main->at);
  if (!moment || !exhibit.captured.date || Agrees(*moment, *exhibit.captured.date)) return;
  say(Id("at " + main->at), Id("on " + exhibit.captured.date->ToString()), exhibit.captured.span,
      "correct `captured:` under `dates:`, or register the capture that was meant");
}

}  // namespace dossier::driver
