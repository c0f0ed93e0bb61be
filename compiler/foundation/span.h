// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>

namespace dossier {

/// A half-open range of bytes in one source file of the case or of a pack.
///
/// `file` indexes `diagnostics::Sources`, which turns a span into lines and columns. Twelve bytes,
/// so that every scalar of a large case can carry one.
struct Span {
  static constexpr std::uint32_t kNoFile = 0xFFFFFFFF;

  std::uint32_t file = kNoFile;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool known() const { return file != kNoFile; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// A value with the place where the author wrote it.
template <typename T>
struct Spanned {
  T value{};
  Span span{};
};

}  // namespace dossier
