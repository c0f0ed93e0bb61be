// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/quote/lexicon.h"

namespace dossier::quote {

/// A step of two texts side by side. Where the two pieces are the same bytes it is no difference.
struct AlignedStep {
  std::size_t source = 0;  // bytes where the pieces begin
  std::size_t quoted = 0;
  std::size_t source_size = 0;
  std::size_t quoted_size = 0;
  bool same = true;
};

/// The two side by side, when they differ in nothing but the pairs of `confusions.def` and in
/// spaces. Both are folded. Linear in what a page can hold: gives up, as when they differ
/// otherwise, after some steps a byte.
[[nodiscard]] std::optional<std::vector<AlignedStep>> AlignMisread(std::string_view source,
                                                                   std::string_view quoted);

/// Words without space around them that differ, bytes of each side.
struct MisreadWords {
  std::size_t source_begin = 0, source_end = 0;
  std::size_t quoted_begin = 0, quoted_end = 0;
};

[[nodiscard]] std::vector<MisreadWords> DifferingWords(const std::vector<AlignedStep>& steps,
                                                       std::string_view source);

/// True when words of a source that a machine read may stand for those that are quoted. Never: a
/// word with a digit, a negation, a counting word, a name (a capital inside a sentence, or at its
/// beginning where the exhibit does not have the word in small letters, or one that is known), a
/// word of one letter; a digit of the source only where letters stand around it or where the exhibit
/// has the word that is quoted. `before` is the source in front of it.
[[nodiscard]] bool MayBeMisread(std::string_view source, std::string_view quoted,
                                std::string_view before, const Lexicon& lexicon);

}  // namespace dossier::quote
