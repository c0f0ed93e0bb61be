// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/decimal.h"

#include <cstdint>
#include <limits>
#include <numeric>

namespace dossier::facts {
namespace {

constexpr std::int64_t kOne = 1'000'000;
constexpr std::size_t kPlaces = 6;

}  // namespace

std::optional<Decimal> Add(Decimal a, Decimal b) {
  Decimal sum;
  if (__builtin_add_overflow(a.millionths, b.millionths, &sum.millionths)) return std::nullopt;
  return sum;
}

std::optional<Decimal> Subtract(Decimal a, Decimal b) {
  Decimal difference;
  if (__builtin_sub_overflow(a.millionths, b.millionths, &difference.millionths)) {
    return std::nullopt;
  }
  return difference;
}

std::optional<Decimal> Multiply(Decimal a, Decimal b) {
  if (a.millionths == 0 || b.millionths == 0) return Decimal{};
  // The product of the two has twelve places. What can be taken out of it before multiplying is
  // taken out, so that only a result that does not fit is refused.
  const std::int64_t of_a = std::gcd(a.millionths, kOne);
  const std::int64_t left = kOne / of_a;
  const std::int64_t of_b = std::gcd(b.millionths, left);
  if (of_b != left) return std::nullopt;
  Decimal product;
  if (__builtin_mul_overflow(a.millionths / of_a, b.millionths / of_b, &product.millionths)) {
    return std::nullopt;
  }
  return product;
}

std::optional<Decimal> OfWhole(std::size_t number) {
  constexpr std::size_t kMost = std::size_t{std::numeric_limits<std::int64_t>::max() / kOne};
  if (number > kMost) return std::nullopt;
  return Decimal{.millionths = static_cast<std::int64_t>(number) * kOne};
}

std::optional<Decimal> ParseDecimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view places = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (whole.empty() || places.size() > kPlaces) return std::nullopt;
  if (point != std::string_view::npos && places.empty()) return std::nullopt;
  std::int64_t value = 0;
  const auto append = [&](char c) {
    if (c < '0' || c > '9') return false;
    return !__builtin_mul_overflow(value, 10, &value) &&
           !__builtin_add_overflow(value, c - '0', &value);
  };
  for (const char c : whole) {
    if (!append(c)) return std::nullopt;
  }
  for (std::size_t i = 0; i < kPlaces; ++i) {
    if (!append(i < places.size() ? places[i] : '0')) return std::nullopt;
  }
  return Decimal{.millionths = negative ? -value : value};
}

std::string ToText(Decimal number) {
  // The magnitude of the smallest number has no signed counterpart.
  const bool negative = number.millionths < 0;
  std::uint64_t rest = static_cast<std::uint64_t>(number.millionths);
  if (negative) rest = 0 - rest;
  std::string places = std::to_string(rest % kOne);
  places.insert(0, kPlaces - places.size(), '0');
  places.erase(places.find_last_not_of('0') + 1);
  std::string text = (negative ? "-" : "") + std::to_string(rest / kOne);
  return places.empty() ? text : text + "." + places;
}

}  // namespace dossier::facts
