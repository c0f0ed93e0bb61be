// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/quote/passages.h"
#include "compiler/quote/prepared_text.h"
#include "compiler/quote/verdict.h"

namespace dossier::quote {

/// A place in the source where a quotation stands.
struct FoundPlace {
  int section = 0;      // where it begins, from 1
  int last = 0;         // where it ends
  std::string excerpt;  // of the source, with some words around; of the first few places only
};

struct FindResult {
  Verdict verdict = Verdict::kNotFound;
  /// One a section, rising, at most `kMaxPlaces`; the nearest passage of a content mismatch.
  std::vector<FoundPlace> places = {};
  /// What was folded to find it: "N1", ...; of a content mismatch what may not be folded and differs:
  /// "N12" case, "N14" digits, number words, negations and names, "N15" look-alike letters.
  std::vector<std::string> rules = {};
  /// Changes that are declared, letters that were misread, words that look different (the first
  /// few), or content that differs.
  std::vector<Edit> edits = {};
  /// The least of what the sections at the first place are; of a verdict that no place goes with,
  /// of the sections that were looked at.
  Basis basis = Basis::kTextLayer;

  /// Where it begins, a section each.
  [[nodiscard]] std::vector<int> sections() const;
};

/// Longest quotation that is looked for.
inline constexpr std::size_t kMaxQuotation = std::size_t{64} << 10;

/// Looks for a quotation. Formatting may differ by the rules of `normalise.h`; words, digits,
/// names, case and order may not. In sections that a machine read, letters of `confusions.def` may
/// differ as `misreadings.h` says.
///
/// With `cited`, a match counts that begins or ends in one of these ranges; one elsewhere is
/// `kWrongPage`. Omissions and changes in brackets are read as `pattern.h` says. `kContentMismatch`
/// is a best effort: a passage of the cited sections that differs in at
/// most a third of the words; anything else is `kNotFound`. Time is linear but for that last step,
/// which is bounded.
[[nodiscard]] FindResult Find(std::string_view quotation, const PreparedText& text,
                              const std::vector<SectionRange>& cited);

/// True when the answer rests on sections whose text layer cannot be taken for what the page shows:
/// of a quotation that holds those where it stands, else those that were looked at.
[[nodiscard]] bool RestsOnDoubt(const FindResult& result, const PreparedText& text,
                                const std::vector<SectionRange>& cited);

/// Why such an answer is not checkable.
inline constexpr const char* kDoubtfulText =
    "the text layer of that page cannot be taken for what the page shows; look at the page";

/// True of a result that holds at several places when the quotation is too short, four words at
/// most, to say which is meant. For citations without a place.
[[nodiscard]] bool PlaceIsOpen(std::string_view quotation, const FindResult& result);

}  // namespace dossier::quote
