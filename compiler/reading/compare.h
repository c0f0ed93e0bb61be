// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/reading/passage.h"

namespace dossier::reading {

enum class Agreement {
  kConfirmed,     // every word was read in the picture as the text layer has it
  kContradicted,  // the picture surely shows something else, or nothing
  kUnclear        // neither; the quotation stays compared with the text layer only
};

struct Comparison {
  Agreement agreement = Agreement::kUnclear;
  /// The word that decides, as the text layer has it and as the picture was read; the second is
  /// empty when nothing is visible there. Empty both when confirmed or when no single word decides.
  std::string layer;
  std::string picture;
  /// Why it is unclear: lower case, no final stop, for "could not ...: {reason}".
  std::string reason;
};

/// Compares the words of a quotation with what their picture shows (guarantee G36).
///
/// Words agree when their letters do; those that are no digits, names (a capital in front),
/// negations or of three letters and less also within the declared confusion classes (N13).
/// A word contradicts when both readings say the same other word, are sure of it, and it is no
/// likeness of the first; or when nothing is visible where two words or all of them should be.
/// A digit contradicts a digit likewise. Anything else is unclear, above all a word that was read
/// between the quoted ones and is not in the text layer.
[[nodiscard]] Comparison Compare(const Shown& shown);

}  // namespace dossier::reading
