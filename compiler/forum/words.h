// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/markdown/tree.h"

namespace dossier::forum {

/// Words as they stand between white space. A stop or bracket that stands alone, as one does where
/// a citation was taken out, is none.
[[nodiscard]] int CountWords(std::string_view text);

/// Words of an argument file, parted by what a limit may count.
struct WordCount {
  int body = 0;   // headings, paragraphs, lists, quotations
  int notes = 0;  // footnotes, and citations as they are written
};
[[nodiscard]] WordCount CountWords(const markdown::Document& document);

/// Body and notes without their markup, blocks parted by line ends.
[[nodiscard]] std::string TextOf(const markdown::Document& document);

}  // namespace dossier::forum
