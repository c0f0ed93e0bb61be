// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Values as the tags of recordings have them, in one form.
namespace dossier::media {

/// "2023-11-14 22:13:20 UTC", "UTC 2023-11-14 22:13:20" (MPEG-4, Matroska), "2023-11-14T22:13:20+0200"
/// (QuickTime), "2023-11-14", "2023" as ISO 8601; empty for anything else and for the zero of the
/// clocks that begin in 1904.
[[nodiscard]] std::string IsoTime(std::string_view stated);

/// ISO 6709, "+54.6870+025.2800+100.000/", as "54.6870, 25.2800"; empty when that is not on earth.
[[nodiscard]] std::string Position(std::string_view iso6709);

/// Milliseconds, perhaps with a fraction, "2612.5"; below zero when it is no length.
[[nodiscard]] std::int64_t Milliseconds(std::string_view stated);

}  // namespace dossier::media
