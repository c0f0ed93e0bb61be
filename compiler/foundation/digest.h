// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

/// A SHA-256 value (FIPS 180-4). Computed in `crypto` only.
struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  /// 64 lower-case hexadecimal digits.
  [[nodiscard]] std::string ToHex() const;
  /// Nothing unless `text` is 64 lower-case hexadecimal digits.
  static std::optional<Digest> FromHex(std::string_view text);

  friend auto operator<=>(const Digest&, const Digest&) = default;
};

}  // namespace dossier
