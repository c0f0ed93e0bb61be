// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/pdf/content/page_marks.h"

namespace dossier::pdf::content {

/// `FoldedWords` of a text string (ISO 32000-1:2008, 7.9.2.2): UTF-16 with a mark, UTF-8 with a
/// mark, else one byte a character.
[[nodiscard]] std::u32string WordsOfTextString(std::string_view bytes);

/// Compares `words`, which readers of the text get (ActualText, 14.9.4), with the glyphs drawn from
/// `first_glyph` on, and notes it when these say something else. Signs, hyphens, line numbers and
/// the order of letters are left alone, and so are scripts beyond Latin, Greek and Cyrillic.
void NoteReplacedWords(const std::u32string& words, std::size_t first_glyph, PageMarks& marks);

}  // namespace dossier::pdf::content
