// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/foundation/bytes.h"

/// The values of metadata, as their standards write them, in one form.
namespace dossier::image {

/// Without blanks and zero bytes at both ends.
[[nodiscard]] std::string Trimmed(std::string_view text);

/// An XMP text without the language that Exiv2 puts before it: lang="x-default" words.
[[nodiscard]] std::string WithoutLanguage(std::string text);

/// Maker and model as one name; the maker once, also where the model begins with it.
[[nodiscard]] std::string Camera(const std::string& maker, const std::string& model);

/// "2022:01:09 10:12:30" and "+06:00" (Exif 2.32, 4.6.6) as ISO 8601; empty when it is no time.
/// Without an offset the time is the camera's own, nobody knows where.
[[nodiscard]] std::string IsoTime(std::string_view exif, std::string_view offset);

/// Degrees, minutes, seconds as rationals "54/1 41/1 1320/100" with N, S, E, W (Exif 2.32, 4.6.7) as
/// "54.6870, 25.2800"; empty when they are not on earth.
[[nodiscard]] std::string Position(std::string_view latitude, std::string_view north_south,
                                   std::string_view longitude, std::string_view east_west);

/// The same of XMP: "54,41.22N" or "54,41,13N" (ISO 16684-1, GPSCoordinate).
[[nodiscard]] std::string PositionOfXmp(std::string_view latitude, std::string_view longitude);

/// Both in degrees, four decimals; empty when they are not on earth.
[[nodiscard]] std::string PositionText(double latitude, double longitude);

/// The content of the chunk eXIf of a PNG (PNG extensions 1.5.0), empty for other files.
[[nodiscard]] ByteView ExifOfPng(ByteView file);

}  // namespace dossier::image
