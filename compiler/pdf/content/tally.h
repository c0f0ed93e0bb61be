// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "compiler/pdf/content/page_marks.h"
#include "compiler/pdf/page_truth.h"

namespace dossier::pdf::content {

/// Gathers hidden letters of a page by kind, with the words they make up.
class Tally {
 public:
  Tally(const PageMarks& marks, int page) : marks_(marks), page_(page) {}

  /// `glyph` in the order of the page; `letter`: it is one, or a digit.
  void Add(Deceit kind, std::size_t glyph, bool letter);
  /// Kinds with enough letters to be worth a word.
  [[nodiscard]] std::vector<PageDeceit> Take() &&;

 private:
  static constexpr std::size_t kKinds = 6;
  struct OfKind {
    int letters = 0;
    std::string words;
    std::size_t last = 0;
    bool any = false;
  };
  [[nodiscard]] bool Follows(std::size_t last, std::size_t glyph) const;

  const PageMarks& marks_;
  int page_;
  std::array<OfKind, kKinds> kinds_;
};

}  // namespace dossier::pdf::content
