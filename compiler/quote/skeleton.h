// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::quote {

/// A folded text in which everything that machine reading confuses (`confusions.def`) is one, and
/// spaces are none. Two texts that differ only so have the same skeleton, so one search finds every
/// candidate in linear time; many that have the same one differ otherwise, which `Misreadings`
/// decides.
class Skeleton {
 public:
  explicit Skeleton(std::string_view folded);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Byte of the folded text at which the character behind a byte of the skeleton begins; behind
  /// the last one its size.
  [[nodiscard]] std::size_t Begin(std::size_t at) const { return begins_[at]; }
  /// True where a character of the folded text begins.
  [[nodiscard]] bool IsEdge(std::size_t at) const {
    return at == 0 || at == text_.size() || begins_[at] != begins_[at - 1];
  }
  /// The first byte of the skeleton whose character begins at or behind `folded`.
  [[nodiscard]] std::size_t At(std::size_t folded) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace dossier::quote
