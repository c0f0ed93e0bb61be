// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/quote/find.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::quote {

/// The words of an exhibit as citations count them: of a paged one a text for each page, over all
/// parts; of an unpaged one a text for each numbered paragraph.
struct ExhibitText {
  std::vector<std::string> sections;
  bool by_paragraph = false;
};

/// By exhibit id. An exhibit that is not named has no text to compare with.
using ExhibitTexts = std::map<std::string, ExhibitText, std::less<>>;

/// One quotation of the case.
struct CheckedQuotation {
  std::string text;          // without its marks
  Span place;                // of the words, or of the citation where that is not known
  std::size_t citation = 0;  // into `ResolvedCase::citations`
  FindResult result;
};

/// Checks every quotation of the case: `quote:` of the items, and words in quotation marks straight
/// before a citation group in the argument (“…”, "…", „…“, «…»). Before a group of several
/// citations one of them has to hold; the others are not asked.
///
/// Reports: D0601 to D0604, D0603 once an exhibit. Quotations with a citation that was not bound
/// are left out: that is reported already.
[[nodiscard]] std::vector<CheckedQuotation> CheckQuotations(const resolve::ResolvedCase& resolved,
                                                            const ExhibitTexts& texts,
                                                            diagnostics::Sink& sink);

/// A quotation in the text of an argument and the group behind it.
struct QuotedWords {
  std::string text;
  Span place;                              // unknown where the source is not the text
  std::vector<model::Citation> citations;  // of the group
};

/// Finds them in the blocks of an argument, also in its notes.
[[nodiscard]] std::vector<QuotedWords> FindQuotedWords(const markdown::Document& document);

}  // namespace dossier::quote
