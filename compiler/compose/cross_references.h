// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/diagnostics/sink.h"

/// References inside the argument: [](#risk) prints the number of the place {#risk}, and
/// [section {number}, page {page}](#risk) both with words. A place may stand behind its references.
namespace dossier::compose {

/// The places that were set and the references to them, as the argument is written. Their anchors are
/// numbers: the names are the author's, may be those of people, and would be read in the files.
struct CrossReferences {
  struct Place {
    std::string anchor;
    bool printed = false;
    bool has_number = false;
  };
  struct Reference {
    std::string name;
    Span span;
    bool number = false;  // prints the number of the place
  };

  /// The anchor of a place that was or will be set.
  [[nodiscard]] const std::string& AnchorOf(const std::string& name);

  std::map<std::string, Place> places;
  std::vector<Reference> references;
};

/// `words` as a reference to `anchor`: {number} and {page} are replaced, and all of it leads there. No
/// words: the number alone.
[[nodiscard]] std::vector<Inline> ReferenceTo(const std::string& anchor, std::vector<Inline> words);
/// Whether `ReferenceTo` prints the number.
[[nodiscard]] bool WantsNumber(const std::vector<Inline>& words);

/// Reports D0929 for a reference to a place that the document does not print, and for the number of
/// one that has none; what leads to no place becomes plain words.
void CheckCrossReferences(const CrossReferences& found, Document& document, diagnostics::Sink& sink);

}  // namespace dossier::compose
