// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace dossier {

/// A distance on the page, in whole thousandths of a point.
///
/// Integer, so that line breaks, and with them the page numbers that a signed brief cites, depend
/// neither on the compiler nor on the order of additions.
///
/// Units:    1 pt = 1/72 inch (ISO 32000-1:2008, 8.3.2.3) = 1000 raw units.
/// Rounding: only `FromPoints` and `FromMillimetres` round, half away from zero, once, where a
///           length enters the program.
class Length {
 public:
  constexpr Length() = default;
  static constexpr Length FromRaw(std::int64_t raw) { return Length(raw); }
  static constexpr Length FromPoints(double points) { return Length(Round(points * 1000.0)); }
  static constexpr Length FromMillimetres(double millimetres) {
    return Length(Round(millimetres * 72000.0 / 25.4));
  }

  [[nodiscard]] constexpr std::int64_t raw() const { return raw_; }
  /// For `render` and `assemble` only; everything before them stays in raw units.
  [[nodiscard]] constexpr double ToPoints() const { return static_cast<double>(raw_) / 1000.0; }

  friend constexpr auto operator<=>(Length, Length) = default;
  friend constexpr Length operator+(Length a, Length b) { return Length(a.raw_ + b.raw_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.raw_ - b.raw_); }
  friend constexpr Length operator-(Length a) { return Length(-a.raw_); }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length(a.raw_ * n); }
  friend constexpr Length operator*(std::int64_t n, Length a) { return Length(a.raw_ * n); }
  /// Truncates toward zero.
  friend constexpr Length operator/(Length a, std::int64_t n) { return Length(a.raw_ / n); }
  constexpr Length& operator+=(Length other) { raw_ += other.raw_; return *this; }
  constexpr Length& operator-=(Length other) { raw_ -= other.raw_; return *this; }

 private:
  explicit constexpr Length(std::int64_t raw) : raw_(raw) {}
  static constexpr std::int64_t Round(double value) {
    return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
  }

  std::int64_t raw_ = 0;
};

}  // namespace dossier
