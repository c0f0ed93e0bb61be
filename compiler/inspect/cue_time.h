// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::inspect {

/// A time "[[h]h:]mm:ss[.ttt]" (or with a comma) at the beginning of `text`, in milliseconds, with
/// what stands behind it; nothing when there is none. Minutes and seconds are below 60.
struct LeadingTime {
  std::int64_t at_ms = 0;
  std::string_view rest;
};
[[nodiscard]] std::optional<LeadingTime> TakeTime(std::string_view text);

/// When a cue begins, by the line "00:01:00.000 --> 00:01:04.000 settings"; nothing for other lines.
[[nodiscard]] std::optional<std::int64_t> CueBegin(std::string_view line);

/// The words of a cue: tags of WebVTT and SubRip go, `<v Name>` becomes "Name: ", `{\an8}` goes;
/// entities of WebVTT become what they stand for. What is no known tag stays.
[[nodiscard]] std::string PlainCue(std::string_view text, bool webvtt);

}  // namespace dossier::inspect
