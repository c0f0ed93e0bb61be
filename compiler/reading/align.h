// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/reading/passage.h"

namespace dossier::reading {

/// What a machine read in the place of one word of the text layer.
struct WordReading {
  std::u32string letters;  // empty: nothing
  int confidence = 0;      // the least of what it is made of
  int tokens = 0;          // words of the machine that it is made of, or shares with other words
};

/// A word that was read and stands for none of the text layer.
struct ExtraWord {
  std::u32string letters;
  int confidence = 0;
  bool amid_quoted = false;  // between words of the quotation
};

struct AlignedReading {
  std::vector<WordReading> words;  // in step with `Passage::layer`
  std::vector<ExtraWord> extra;
};

/// Lines up one reading of a passage with the text layer: line by line by their places, letter by
/// letter within a line, so that words which the machine parted or joined do not matter.
[[nodiscard]] AlignedReading Align(const std::vector<LayerWord>& layer, const std::vector<Word>& reading);

}  // namespace dossier::reading
