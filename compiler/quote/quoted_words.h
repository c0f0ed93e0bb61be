// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/span.h"
#include "compiler/markdown/tree.h"
#include "compiler/model/citation.h"

namespace dossier::quote {

/// Words in the text of an argument that claim to be verbatim, and the citation group they rest on.
struct QuotedWords {
  std::string text;
  Span place;                              // unknown where the source is not the text
  std::vector<model::Citation> citations;  // of the group
};

/// Finds them in the blocks of an argument, also in its notes:
/// - words in quotation marks of any style (“…”, "…", „…“, «…», ‘…’, '…', with others inside) straight
///   before a citation; one mark of punctuation may stand between;
/// - the same over two paragraphs or more, each of which begins with the opening mark;
/// - a block quotation: all of it up to a citation inside, or, when it has none, up to its end for a
///   citation in the last sentence before it. A line behind a dash says who wrote it.
/// Words in quotation marks without a citation claim nothing here.
[[nodiscard]] std::vector<QuotedWords> FindQuotedWords(const markdown::Document& document);

}  // namespace dossier::quote
