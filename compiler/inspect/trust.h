// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/inspect/exhibit_facts.h"

namespace dossier::inspect {

/// Pages whose text cannot be taken for what they show, from 1, ascending: the text layer says
/// other letters than the glyphs, or the page could not be searched for hidden words. A quotation
/// on such a page is not checkable.
[[nodiscard]] std::vector<int> UntrustedPages(const ExhibitFacts& facts);

/// Where the words of each page come from, as far as the file itself shows: its text layer, or a
/// layer that a machine read. Empty without pages.
[[nodiscard]] std::vector<PageOrigin> OriginsOf(const ExhibitFacts& facts);

/// Pages with an oddity of this kind, from 1, ascending, each once.
[[nodiscard]] std::vector<int> PagesWith(const ExhibitFacts& facts, OddityKind kind);

}  // namespace dossier::inspect
