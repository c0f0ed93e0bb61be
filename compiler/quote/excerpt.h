// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/quote/matching.h"

namespace dossier::quote {

/// Bytes [begin, end) of the folded text as the source has them, with some words around and white
/// space as single spaces. Long passages are cut.
[[nodiscard]] std::string ExcerptOf(const Folded& folded, std::size_t begin, std::size_t end);

/// Words of a quotation of one piece that look different in the source, at most 20.
[[nodiscard]] std::vector<Edit> FormattingEdits(const Folded& source, std::size_t begin,
                                                const Folded& quoted);

}  // namespace dossier::quote
