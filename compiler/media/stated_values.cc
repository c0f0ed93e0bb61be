// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/media/stated_values.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace dossier::media {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// True when `text` begins as `pattern` says, in which 9 stands for any digit.
bool BeginsAs(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '9' ? !IsDigit(text[i]) : text[i] != pattern[i]) return false;
  }
  return true;
}

/// "Z", "+02:00", or nothing.
std::string Offset(std::string_view rest, bool utc) {
  if (rest == "Z" || rest == " UTC" || (rest.empty() && utc)) return "Z";
  if (rest.empty() || (rest[0] != '+' && rest[0] != '-')) return {};
  const std::string digits(rest.substr(1));
  if (BeginsAs(digits, "99:99") && digits.size() == 5) return std::string(rest);
  if (BeginsAs(digits, "9999") && digits.size() == 4) {
    return rest[0] + digits.substr(0, 2) + ":" + digits.substr(2);
  }
  return {};
}

/// A number with its sign; takes it from `text`. Not a number when there is none.
double TakeSigned(std::string_view& text) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nan("");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc()) return std::nan("");
  const bool below = text[0] == '-';
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return below ? -value : value;
}

}  // namespace

std::string IsoTime(std::string_view stated) {
  constexpr std::string_view kUtc = "UTC ";
  const bool utc = stated.substr(0, kUtc.size()) == kUtc;
  if (utc) stated.remove_prefix(kUtc.size());
  if (stated.substr(0, 4) == "1904" || stated.substr(0, 4) == "0000") return {};
  const bool timed = BeginsAs(stated, "9999-99-99 99:99:99") || BeginsAs(stated, "9999-99-99T99:99:99");
  if (!timed) {
    const bool date = (BeginsAs(stated, "9999-99-99") && stated.size() == 10) ||
                      (BeginsAs(stated, "9999-99") && stated.size() == 7) ||
                      (BeginsAs(stated, "9999") && stated.size() == 4);
    return date ? std::string(stated) : std::string();
  }
  constexpr std::size_t kSeconds = 19;
  std::string iso(stated.substr(0, kSeconds));
  iso[10] = 'T';
  std::string_view rest = stated.substr(kSeconds);
  if (!rest.empty() && rest[0] == '.') {
    rest.remove_prefix(1);
    while (!rest.empty() && IsDigit(rest[0])) rest.remove_prefix(1);
  }
  return iso + Offset(rest, utc);
}

std::string Position(std::string_view iso6709) {
  const double latitude = TakeSigned(iso6709);
  const double longitude = TakeSigned(iso6709);
  // Also false for what is not a number. Minutes without a point between ("+4012-07500") are not
  // told from degrees by size alone and are refused as off the earth.
  if (!(std::abs(latitude) <= 90) || !(std::abs(longitude) <= 180)) return {};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.4f, %.4f", latitude, longitude);
  return text.data();
}

std::int64_t Milliseconds(std::string_view stated) {
  double value = 0;
  const auto [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), value, std::chars_format::fixed);
  constexpr double kMost = 1e12;  // thirty years
  if (error != std::errc() || end != stated.data() + stated.size()) return -1;
  return value >= 0 && value <= kMost ? static_cast<std::int64_t>(std::llround(value)) : -1;
}

}  // namespace dossier::media
