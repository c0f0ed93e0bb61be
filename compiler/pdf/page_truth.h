// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace dossier::pdf {

/// Why words of the text layer are not what a reader of the page sees.
enum class Deceit {
  kInvisible,    // without ink, without opacity, or too small
  kCovered,      // under a box or a picture
  kOffPage,      // outside of the crop box, or cut off by a clip
  kUncoloured,   // in the colour of what is behind them
  kHiddenLayer,  // optional content that is off
  kRemapped,     // other letters than the glyphs, or another text in their place
};

/// One kind of it on one page.
struct PageDeceit {
  Deceit kind = Deceit::kInvisible;
  int page = 0;       // from 1
  int letters = 0;    // letters and digits concerned
  std::string words;  // UTF-8, at most about 200 bytes
};

/// Where a letter stands that nobody sees: points from the upper left corner of the page as shown.
struct HiddenSpot {
  float x = 0, y = 0;    // its middle
  float size = 0;        // one em
  bool covered = false;  // a box stands in its place
};

/// What came of looking at one page.
struct PageTruth {
  std::vector<PageDeceit> deceits;
  /// The words were put over a picture of the page by a program that reads pictures (OCR).
  bool ocr_layer = false;
  /// Not all of it could be followed.
  bool incomplete = false;
  /// Of hidden words that are no OCR layer.
  std::vector<HiddenSpot> hidden;
};

}  // namespace dossier::pdf
