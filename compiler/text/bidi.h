// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::text {

enum class Direction { kLeftToRight, kRightToLeft };

/// The embedding levels of a paragraph (UAX 9); an odd level runs to the left.
struct Levels {
  std::vector<std::uint8_t> of;  // one a byte; empty when everything runs to the right
  std::uint8_t base = 0;
};

/// Bytes of a text that are ordered by themselves, whatever stands around them.
struct Isolate {
  std::uint32_t begin = 0, end = 0;
};

/// `isolates` are in order and do not overlap. Plain Latin or Cyrillic costs one pass.
[[nodiscard]] Levels FindLevels(std::string_view text, Direction paragraph,
                                std::span<const Isolate> isolates);

/// The order from left to right of pieces that stand on one line in the order of reading.
[[nodiscard]] std::vector<std::size_t> VisualOrder(std::span<const std::uint8_t> levels);

/// The direction of a letter; none for spaces, digits, signs and what takes that of its neighbours.
[[nodiscard]] std::optional<Direction> DirectionOf(char32_t letter);

/// The direction of the script a language is usually written in; `language` is BCP 47.
[[nodiscard]] Direction DirectionOf(std::string_view language);

}  // namespace dossier::text
