// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "compiler/quote/pattern.h"
#include "compiler/quote/prepared_text.h"

namespace dossier::quote {

/// A place where a quotation, or a piece of one, stands: bytes of the folded text.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  Rules rules = 0;
  std::vector<Edit> edits;
};

/// What may differ beyond formatting.
enum class Tolerance { kNone, kMisreadLetters };

/// Ends of a piece of a quotation that may be inside a word: "[t]he".
struct Cuts {
  bool front = false;
  bool back = false;
};

/// Looks for pieces of quotations in one reading of a text.
class Matcher {
 public:
  Matcher(const PreparedText& text, const Reading& reading, Tolerance tolerance)
      : text_(text), reading_(reading), tolerance_(tolerance) {}

  [[nodiscard]] const Reading& reading() const { return reading_; }

  /// The first place in [from, limit) where `part` begins. Linear in what it passes.
  [[nodiscard]] std::optional<Match> Next(std::size_t from, std::size_t limit, const Folded& part,
                                          Cuts cuts) const;

 private:
  [[nodiscard]] std::optional<Match> NextExact(std::size_t from, std::size_t limit,
                                               const Folded& part, Cuts cuts) const;
  [[nodiscard]] std::optional<Match> NextMisread(std::size_t from, std::size_t limit,
                                                 const Folded& part, Cuts cuts) const;
  [[nodiscard]] std::optional<Match> VerifyMisread(std::size_t begin, std::size_t end,
                                                   const Folded& part, Cuts cuts) const;

  const PreparedText& text_;
  const Reading& reading_;
  Tolerance tolerance_;
};

/// Letters in front of, or from, byte `at`.
[[nodiscard]] std::size_t LettersAt(const Folded& text, std::size_t at, bool forward);

/// `memmem`: linear in the worst case, which `std::string::find` is not.
[[nodiscard]] std::size_t Search(std::string_view text, std::size_t from, std::string_view wanted);

}  // namespace dossier::quote
