// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/diagnostics/sink.h"

/// References inside the argument: [](#risk) prints the number of the place {#risk}, and
/// [section {number}, page {page}](#risk) both with words. A place may stand behind its references.
namespace dossier::compose {

/// The places that were set and the references to them, as the argument is written.
struct CrossReferences {
  struct Reference {
    std::string name;
    Span span;
    bool number = false;  // prints the number of the place
  };
  std::map<std::string, bool> places;  // whether each has a number
  std::vector<Reference> references;
};

/// The anchor of a place.
[[nodiscard]] std::string PlaceAnchor(std::string_view name);

/// `words` as a reference to `name`: {number} and {page} are replaced, and all of it leads there. No
/// words: the number alone.
[[nodiscard]] std::vector<Inline> ReferenceTo(std::string_view name, std::vector<Inline> words);
/// Whether `ReferenceTo` prints the number.
[[nodiscard]] bool WantsNumber(const std::vector<Inline>& words);

/// Reports D0929 for a reference to a place that the document does not print, and for the number of
/// one that has none; what leads to no place becomes plain words.
void CheckCrossReferences(const CrossReferences& found, Document& document, diagnostics::Sink& sink);

}  // namespace dossier::compose
