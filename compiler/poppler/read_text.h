// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/page.h"
#include "compiler/foundation/result.h"

namespace dossier::poppler {

/// The text layer of a PDF.
struct PdfText {
  /// One a page, UTF-8, in reading order, lines ended by \n, without form feeds.
  std::vector<std::string> pages;
  /// One a page as poppler resolves /PageLabels; empty when they only repeat the positions.
  std::vector<PageLabel> labels;
  /// What poppler complained about, each once, at most 20.
  std::vector<std::string> warnings;
};

struct TextLimits {
  int most_pages = 10'000;
  std::size_t most_bytes = std::size_t{60} << 20;
};

/// Where a letter stands that the page does not show: points from the upper left corner of the page
/// as a reader shows it.
struct HiddenLetter {
  float x = 0, y = 0;    // its middle
  float size = 0;        // one em
  bool covered = false;  // a box stands in its place
};

/// Letters to be left out of the text of one page.
struct HiddenLetters {
  int page = 0;  // from 1
  std::vector<HiddenLetter> letters;
};

/// Reads the text of every page with poppler-cpp. Fails in plain words on files that poppler cannot
/// open, that want a password, or that pass the limits. `pages_known` is called once, before the
/// first page is read. For the worker: poppler keeps its error function per process.
///
/// Letters of `hidden` (by page, ascending) are left out; covered ones in a row leave one U+25A0,
/// so that what stands before and behind them does not read on. The words of such a page come box
/// by box, with a line end where the next word is not on the line.
Result<PdfText> ReadPdfText(ByteView pdf, const TextLimits& limits,
                            const std::function<void(int)>& pages_known,
                            const std::vector<HiddenLetters>& hidden = {});

}  // namespace dossier::poppler
