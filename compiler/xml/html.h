// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::xml {

enum class HtmlBlockKind { kHeading, kParagraph, kListItem, kTableRow, kQuotation, kPreformatted };

/// A block of text of a web page, white space collapsed but for preformatted ones.
struct HtmlBlock {
  HtmlBlockKind kind = HtmlBlockKind::kParagraph;
  int level = 0;     // headings: 1 to 6; list items: depth of the list, from 1
  std::string text;  // UTF-8; cells of a row joined by " | "
};

struct HtmlText {
  std::vector<HtmlBlock> blocks;  // in the order of the file, none empty
  /// "script", "iframe", "form", "event handler", ...: sorted, each once.
  std::vector<std::string> active_content;
  std::vector<std::string> warnings;
};

/// Reads the text of a web page with libxml2's HTML parser, offline.
///
/// Left out: scripts, styles, comments, the head, frames, embedded objects, and what the page
/// itself hides (the `hidden` attribute, `display:none` in a style attribute), which is a warning.
/// Valid UTF-8 is taken as such, other bytes by the encoding the page declares. Fails, instead of
/// losing text, on pages nested deeper than the parser follows (256). For the worker: the parser
/// takes quadratic time on some inputs, so the caller needs a time limit.
Result<HtmlText> ReadHtml(ByteView page);

}  // namespace dossier::xml
