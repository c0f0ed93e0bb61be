// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <utility>

#include "compiler/resolve/bind.h"

namespace dossier::resolve {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::PinpointKind;
using model::PinpointRange;

namespace {

/// "12:30", "1:12:30", in milliseconds; the grammar has let nothing else through.
std::int64_t Milliseconds(std::string_view time) {
  std::int64_t total = 0;
  std::int64_t field = 0;
  for (const char c : time) {
    if (c == ':') {
      total = (total + field) * 60;
      field = 0;
    } else {
      field = std::min<std::int64_t>(field * 10 + (c - '0'), 1'000'000);
    }
  }
  return (total + field) * 1000;
}

std::string Clock(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  const auto two = [](std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  };
  return std::to_string(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

/// What the files of the exhibit say about its time.
struct Recording {
  std::int64_t ends = 0;  // 0: not known
  const BoundPart* cues = nullptr;
};

Recording RecordingOf(const Target& target) {
  Recording recording;
  for (const Scope& scope : target.scopes) {
    recording.ends = std::max(recording.ends, scope.part->duration_ms);
    if (recording.cues == nullptr && !scope.part->cue_ms.empty()) recording.cues = scope.part;
  }
  return recording;
}

/// Paragraph of the transcript, from 1, that is spoken at a time; 0 before the first.
int CueAt(const BoundPart& part, std::int64_t time) {
  int cue = 0;
  for (std::size_t i = 0; i < part.cue_ms.size(); ++i) {
    if (part.cue_ms[i] >= 0 && part.cue_ms[i] <= time) cue = static_cast<int>(i) + 1;
  }
  return cue;
}

}  // namespace

bool Binder::BindTimes(const Target& target, const PinpointRange& range, BoundPinpoint& out) {
  const std::int64_t first = Milliseconds(range.first);
  const std::int64_t last = Milliseconds(range.last);
  if (last < first) {
    Finding finding = About(target, Kind::kRangeReversed);
    finding.args = {Id(range.first + "-" + range.last)};
    finding.hint = {"write {0}", {Id(range.last + "-" + range.first)}};
    sink_.Report(std::move(finding));
    return false;
  }
  const Recording recording = RecordingOf(target);
  const std::int64_t last_cue =
      recording.cues == nullptr
          ? -1
          : *std::max_element(recording.cues->cue_ms.begin(), recording.cues->cue_ms.end());
  if (recording.ends > 0 && last > recording.ends) {
    Finding finding = About(target, Kind::kPinpointNotThere);
    finding.args = {Id(PinpointInWords(target)), Id(target.exhibit.id.value), Id("times"),
                    Id(Clock(0)), Id(Clock(recording.ends))};
    finding.hint = "look the passage up; times count from the beginning of the file";
    sink_.Report(std::move(finding));
    return false;
  }
  if (recording.ends == 0 && last > last_cue) {
    out.checked = false;
    ReportNotRead(target, PinpointKind::kTimestamp, "it does not say how long it lasts");
    return true;
  }
  if (recording.cues == nullptr) return true;
  const int page = PageOfPlace(target.bound, *recording.cues, CueAt(*recording.cues, first));
  const int last_page = PageOfPlace(target.bound, *recording.cues, CueAt(*recording.cues, last));
  if (page < 0) return true;
  out.first_page = PageIndex{page};
  out.last_page = PageIndex{std::max(page, last_page)};
  out.has_page = true;
  return true;
}

}  // namespace dossier::resolve
