// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
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

/// What a page says of itself; empty where it says nothing. All as written, on one line.
struct HtmlHead {
  std::string title;
  std::string language;
  std::vector<std::string> authors;
  std::vector<std::string> tools;
  std::string published, modified;
  std::string canonical;   // the address that the page gives for itself
  std::string saved_from;  // the address that the program left which saved it
  std::string saved_at;
};

struct HtmlText {
  std::vector<HtmlBlock> blocks;  // in the order of the file, none empty
  HtmlHead head;
  /// "script", "iframe", "form", "event handler", ...: sorted, each once.
  std::vector<std::string> active_content;
  /// The words of each element that hides itself, those without words left out; at most 1,000.
  std::vector<std::string> hidden;
  /// Addresses of pictures, styles and frames that the page fetches from elsewhere, at most 1,000.
  std::vector<std::string> references;
  std::vector<std::string> warnings;
};

/// Reads the text of a web page with libxml2's HTML parser, offline.
///
/// Left out: scripts, styles, comments, the head, frames, embedded objects, and what the page itself
/// hides by an attribute (`internal::HidesItself`); style sheets are not followed. Valid UTF-8 is
/// taken as such, as is UTF-16 with its mark; other bytes by `charset`, which the way of the page may
/// have declared, else by the encoding that the page declares. Fails, instead of losing text, on
/// pages nested deeper than the parser follows (256), and on tags with more than 256 attributes,
/// for which the parser takes quadratic time. For the worker: the caller needs a time limit.
Result<HtmlText> ReadHtml(ByteView page, std::string_view charset = {});

}  // namespace dossier::xml
