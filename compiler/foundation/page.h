// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>

namespace dossier {

/// Position of a page in a file, from 0. What is printed on a page is a `PageLabel`; what a reader
/// counts from 1 is `Number()`. The three never convert silently: an off-by-one here is a false
/// citation in a signed filing.
struct PageIndex {
  int value = 0;

  [[nodiscard]] int Number() const { return value + 1; }
  static PageIndex FromNumber(int number) { return {number - 1}; }
  friend auto operator<=>(PageIndex, PageIndex) = default;
};

/// What is printed on a page, or declared as its label in the file (ISO 32000-1:2008, 12.4.2).
struct PageLabel {
  std::string text;
  friend auto operator<=>(const PageLabel&, const PageLabel&) = default;
};

}  // namespace dossier
