// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/metadata_values.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace dossier::image {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// True when `text` has the form of `pattern`, in which 9 stands for any digit.
bool Matches(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (pattern[i] == '9' ? !IsDigit(text[i]) : text[i] != pattern[i]) return false;
  }
  return true;
}

std::optional<double> Number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// "1320/100" or "13.2".
std::optional<double> Rational(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto above = Number(text.substr(0, slash));
  if (slash == std::string_view::npos || !above) return above;
  const auto below = Number(text.substr(slash + 1));
  if (!below || *below == 0) return std::nullopt;
  return *above / *below;
}

/// Up to three numbers parted by `separator`: degrees, minutes, seconds.
std::optional<double> Degrees(std::string_view text, char separator) {
  double degrees = 0;
  double unit = 1;
  for (int i = 0; i < 3 && !text.empty(); ++i) {
    const std::size_t end = text.find(separator);
    const auto part = Rational(text.substr(0, end));
    if (!part || *part < 0) return std::nullopt;
    degrees += *part / unit;
    unit *= 60;
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return text.empty() && unit > 1 ? std::optional(degrees) : std::nullopt;
}

/// Below zero in the south and in the west; nothing without one of the four letters.
std::optional<double> Signed(std::optional<double> degrees, std::string_view side) {
  if (!degrees || side.empty()) return std::nullopt;
  if (side[0] == 'N' || side[0] == 'E') return degrees;
  if (side[0] == 'S' || side[0] == 'W') return -*degrees;
  return std::nullopt;
}

std::uint32_t Long(ByteView bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
  return value;
}

}  // namespace

std::string Trimmed(std::string_view text) {
  constexpr std::string_view kBlank(" \t\r\n\0", 5);
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
}

std::string WithoutLanguage(std::string text) {
  constexpr std::string_view kMark = "lang=\"";
  if (text.compare(0, kMark.size(), kMark) != 0) return text;
  const std::size_t end = text.find("\" ", kMark.size());
  return end == std::string::npos ? text : text.substr(end + 2);
}

std::string Camera(const std::string& maker, const std::string& model) {
  if (maker.empty() || model.compare(0, maker.size(), maker) == 0) return model;
  return model.empty() ? maker : maker + " " + model;
}

std::string IsoTime(std::string_view exif, std::string_view offset) {
  if (!Matches(exif, "9999:99:99 99:99:99") || exif.substr(0, 4) == "0000") return {};
  std::string iso(exif);
  iso[4] = iso[7] = '-';
  iso[10] = 'T';
  const bool stated = Matches(offset, "+99:99") || Matches(offset, "-99:99") || offset == "Z";
  return stated ? iso + std::string(offset) : iso;
}

std::string Position(std::string_view latitude, std::string_view north_south,
                     std::string_view longitude, std::string_view east_west) {
  const auto north = Signed(Degrees(latitude, ' '), north_south);
  const auto east = Signed(Degrees(longitude, ' '), east_west);
  return north && east ? PositionText(*north, *east) : std::string();
}

std::string PositionOfXmp(std::string_view latitude, std::string_view longitude) {
  if (latitude.empty() || longitude.empty()) return {};
  const auto degrees = [](std::string_view text) {
    return Signed(Degrees(text.substr(0, text.size() - 1), ','), text.substr(text.size() - 1));
  };
  const auto north = degrees(latitude);
  const auto east = degrees(longitude);
  return north && east ? PositionText(*north, *east) : std::string();
}

std::string PositionText(double latitude, double longitude) {
  if (!(std::abs(latitude) <= 90) || !(std::abs(longitude) <= 180)) return {};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.4f, %.4f", latitude, longitude);
  return text.data();
}

ByteView ExifOfPng(ByteView file) {
  constexpr std::size_t kSignature = 8;
  constexpr std::size_t kAround = 12;  // length, type and checksum of a chunk
  if (file.substr(0, 4) != "\x89PNG") return {};
  for (std::size_t at = kSignature; at + kAround <= file.size();) {
    const std::size_t length = Long(file, at);
    if (length > file.size() - at - kAround) return {};
    if (file.substr(at + 4, 4) == "eXIf") return file.substr(at + 8, length);
    at += kAround + length;
  }
  return {};
}

}  // namespace dossier::image
