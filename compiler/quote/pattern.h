// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/quote/normalise.h"

namespace dossier::quote {

/// A place in a quotation where the quoter declares a change.
struct Declared {
  enum class Kind { kOmission, kChange, kComment };
  Kind kind = Kind::kOmission;
  std::string mark;           // as written
  std::string content;        // of the brackets
  bool in_brackets = true;    // "[…]", not "…"
  bool glued_before = false;  // no space between it and the letter before
  bool glued_after = false;
};

/// A quotation at its declared changes: what stands between them has to be in the source as it is.
/// There is one change more than pieces less two: one may be in front and one behind.
struct Pattern {
  std::vector<Folded> pieces;
  std::vector<Declared> between;
  std::optional<Declared> front;
  std::optional<Declared> back;
};

/// Without spaces and line ends around it.
[[nodiscard]] std::string_view TrimSpaces(std::string_view text);

/// The whole as one piece.
[[nodiscard]] Pattern WholePattern(std::string_view quotation);

/// Split at "[…]", "[...]", "…", "..." (words left out, rule N7), "[t]he", "[he]", "live[s]",
/// "[sic]" and "(emphasis added)" (rule N8). Nothing when there are none or nothing else.
[[nodiscard]] std::optional<Pattern> DeclaredPattern(std::string_view quotation);

/// Bytes of the source that a change may cover.
[[nodiscard]] std::size_t ReachOf(const Declared& change);

/// True when what stands in the source at the place of a change may be what it stands for. A change
/// in brackets neither brings nor takes digits or negations; "[t]he" stands for "The" only; an
/// omission of up to three words hides no negation, and one without brackets none of the source's
/// own ellipses. `before` and `after` are the source around it.
[[nodiscard]] bool Allows(const Declared& change, std::string_view gap, std::string_view before,
                          std::string_view after);

}  // namespace dossier::quote
