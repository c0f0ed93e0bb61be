// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/fonts/font_set.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::convert {

/// One exhibit file without pages of its own.
struct Request {
  const inspect::ExhibitFacts* facts = nullptr;  // needed
  ByteView file;         // its bytes: pictures are decoded from them, in a worker
  std::string exhibit;   // id, for findings
  std::string path;      // relative to the case, printed above the text and named in findings
  std::string title;     // for the running head
  std::string language;  // BCP 47, decides hyphens
  std::string worker_program;
};

/// The pages that stand for the file in the bundle.
struct Converted {
  Bytes pdf;
  int pages = 0;
  /// Page (from 1) on which paragraph n+1 begins.
  std::vector<int> paragraph_pages;
};

/// True for what the bundle cannot take as it is: everything but PDF.
[[nodiscard]] bool NeedsConversion(inspect::MediaType type);

/// Makes A4 pages: text with every paragraph numbered in the margin as `para` cites it ("[3]"),
/// pictures scaled to the page. The path and the SHA-256 of the file stand above, so that nobody
/// takes the pages for the original. Nothing of the text is left out but invisible controls.
///
/// Equal input and fonts give equal bytes. Fails when the file cannot be read or is too long.
/// Reports: D0901 kGlyphMissing, D0909 kContentTooWide, each with exhibit and path.
Result<Converted> Convert(const Request& request, const fonts::FontSet& fonts,
                          diagnostics::Sink& sink);

}  // namespace dossier::convert
