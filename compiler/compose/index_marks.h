// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/compose/document.h"

/// Places that an index, or a table of authorities, gives the pages of.
namespace dossier::compose {

/// This place is about `id`; any number of places may be. Prints nothing.
[[nodiscard]] Inline MarkHere(std::string_view id);

/// The pages of all places that are about `id`, before it and behind it; a dash where none is.
[[nodiscard]] Inline PagesOfMarks(std::string_view id);

/// The id that stands for an instrument of the rules, by its name. No id of a case.
[[nodiscard]] std::string InstrumentMark(std::string_view name);
/// The id that stands for an exhibit which is an authority. No id of a case.
[[nodiscard]] std::string AuthorityMark(std::string_view exhibit);

/// Gives each marked place an anchor of its own and every list of pages its places. For a document
/// that is complete.
void ResolveMarks(Document& document);

}  // namespace dossier::compose
