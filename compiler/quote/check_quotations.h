// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/quote/find.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::quote {

/// By exhibit id. An exhibit that is not named has no text to compare with.
using ExhibitTexts = std::map<std::string, ExhibitText, std::less<>>;

/// A translation that a quotation cited to its original was compared with.
struct ComparedTranslation {
  std::size_t exhibit = 0;  // into `Case::exhibits`
  /// Original and translation have as many pages (or paragraphs), so that a place in one is a place
  /// in the other; else the place in the original is not known.
  bool same_places = false;
};

/// One quotation of the case.
struct CheckedQuotation {
  std::string text;          // without its marks
  Span place;                // of the words, or of the citation where that is not known
  std::size_t citation = 0;  // into `ResolvedCase::citations`
  FindResult result;
  std::string reason;        // why it was not checked, or empty
  std::optional<ComparedTranslation> translation;  // `result` is about that text
};

/// Checks every quotation of the case: `quote:` wherever a file cites, and in the argument words in
/// quotation marks straight before a citation group and block quotations with one
/// (`FindQuotedWords`). Before a group of several citations one of them has to hold; the others are
/// not asked. What does not hold in an exhibit is looked for in its translations (`translation: {of}`),
/// also in translations of these.
///
/// An exhibit that is not the file that was locked is not compared: `kStale`. A short quotation at
/// several places, cited without a place, is `kAmbiguous` (`PlaceIsOpen`).
///
/// Reports: D0601 to D0604, D0612 to D0617; D0603, D0613 and D0616 once an exhibit. Quotations with
/// a citation that was not bound are left out: that is reported already.
[[nodiscard]] std::vector<CheckedQuotation> CheckQuotations(const resolve::ResolvedCase& resolved,
                                                            const ExhibitTexts& texts,
                                                            diagnostics::Sink& sink);

}  // namespace dossier::quote
