// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/reading/page.h"

namespace dossier::reading {

/// A word of the text layer and where the file says it is drawn.
struct LayerWord {
  std::string text;
  Box box;
  bool quoted = false;  // one of the words of the quotation
  bool ink = false;     // there is anything to be seen in its box
  friend bool operator==(const LayerWord&, const LayerWord&) = default;
};

/// The lines of one page that a quotation stands in: what the text layer says, and what a machine
/// read off their picture, twice, at two sizes. Boxes are those of the first picture.
struct Passage {
  int page = 0;  // from 1
  std::vector<LayerWord> layer;
  std::vector<std::vector<Word>> readings;
  friend bool operator==(const Passage&, const Passage&) = default;
};

/// A quotation as its pages show it; no passages when its words could not be found among the boxes
/// of the page.
struct Shown {
  std::vector<Passage> passages;
  /// A font is neither in the file nor on this machine, so the picture may lack words.
  bool font_missing = false;
  friend bool operator==(const Shown&, const Shown&) = default;
};

}  // namespace dossier::reading
