// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/foundation/digest.h"
#include "compiler/foundation/page.h"
#include "compiler/inspect/media_type.h"

namespace dossier::inspect {

enum class BlockKind {
  kHeading = 0,
  kParagraph = 1,
  kListItem = 2,
  kTableRow = 3,  // cells joined by " | "
  kQuotation = 4,
  kPreformatted = 5,
};

/// A block of an exhibit without pages, in reading order.
struct TextBlock {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // headings: 1 to 6; list items: depth from 1
  /// What `para` cites, from 1; 0 for headings, which have no number of their own.
  int number = 0;
  std::string text;  // UTF-8; line ends only in preformatted blocks

  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

/// Everything the rest of the program knows about the content of one exhibit file. Plain data, made
/// in the worker, kept in the cache by digest.
struct ExhibitFacts {
  Digest sha256;
  std::uint64_t size = 0;  // bytes
  MediaType media = MediaType::kUnknown;
  /// Pages of the file itself: 0 for HTML, text and Markdown, 1 for a picture.
  int pages = 0;
  /// One per page; empty when the file declares none (ISO 32000-1:2008, 12.4.2).
  std::vector<PageLabel> labels;
  /// One per page, UTF-8, reading order; empty strings where there is no text layer. Empty for
  /// pictures and for files without pages.
  std::vector<std::string> page_text;
  /// Files without pages only.
  std::vector<TextBlock> blocks;
  /// Number of the last numbered block.
  int paragraphs = 0;
  /// What the bundle leaves out, sorted: "JavaScript", "OpenAction", "script", ...
  std::vector<std::string> active_content;
  bool encrypted = false;
  int signatures = 0;
  /// Pictures: pixels as shown, orientation applied.
  int width = 0;
  int height = 0;
  /// What the readers complained about; for people, never compared.
  std::vector<std::string> warnings;

  friend bool operator==(const ExhibitFacts&, const ExhibitFacts&) = default;
};

}  // namespace dossier::inspect
