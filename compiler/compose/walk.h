// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "compiler/compose/document.h"

namespace dossier::compose {

/// Calls `visit` for every list of inlines in the blocks, in reading order: those of paragraphs and
/// headings, and inside them those of links and notes. A list is visited before what is inside it.
void VisitInlines(std::vector<Block>& blocks,
                  const std::function<void(std::vector<Inline>&)>& visit);

/// Calls `visit` for every block, also those inside others and inside notes; what holds others comes
/// before them.
void VisitBlocks(std::vector<Block>& blocks, const std::function<void(Block&)>& visit);

/// Puts every text of the document into Unicode form C.
void ToFormC(Document& document);

}  // namespace dossier::compose
