// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/webpage/page_facts.h"

#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/webpage/saved_time.h"
#include "compiler/xml/html.h"

namespace dossier::webpage {
namespace {

using inspect::BlockKind;
using inspect::ExhibitFacts;
using inspect::OddityKind;

BlockKind KindOf(xml::HtmlBlockKind kind) {
  switch (kind) {
    case xml::HtmlBlockKind::kHeading:
      return BlockKind::kHeading;
    case xml::HtmlBlockKind::kListItem:
      return BlockKind::kListItem;
    case xml::HtmlBlockKind::kTableRow:
      return BlockKind::kTableRow;
    case xml::HtmlBlockKind::kQuotation:
      return BlockKind::kQuotation;
    case xml::HtmlBlockKind::kPreformatted:
      return BlockKind::kPreformatted;
    case xml::HtmlBlockKind::kParagraph:
      break;
  }
  return BlockKind::kParagraph;
}

/// Where the page comes from, by the program that saved it; else by its own word.
void AddCapture(const xml::HtmlHead& head, ExhibitFacts& facts) {
  const bool web = head.saved_from.starts_with("http");
  const std::string& url = web ? head.saved_from : head.canonical;
  if (url.empty()) return;
  facts.captures.push_back({.url = url, .at = FromScriptTime(head.saved_at), .type = "text/html"});
}

}  // namespace

std::string FirstWords(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && utf8::IsContinuation(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

Result<ExhibitFacts> ReadPage(ByteView html, std::string_view charset) {
  auto page = xml::ReadHtml(html, charset);
  if (!page) return page.failure();
  ExhibitFacts facts;
  for (xml::HtmlBlock& block : page->blocks) {
    facts.blocks.push_back({.kind = KindOf(block.kind),
                            .level = block.level,
                            .number = 0,
                            .text = std::move(block.text)});
  }
  facts.active_content = std::move(page->active_content);
  facts.warnings = std::move(page->warnings);
  facts.description.title = page->head.title;
  facts.description.authors = page->head.authors;
  facts.description.tools = page->head.tools;
  facts.description.created = page->head.published;
  facts.description.modified = page->head.modified;
  facts.description.language = page->head.language;
  AddCapture(page->head, facts);
  if (!page->hidden.empty()) {
    facts.oddities.push_back({.kind = OddityKind::kHiddenPart,
                              .count = static_cast<int>(page->hidden.size()),
                              .detail = FirstWords(page->hidden.front())});
  }
  if (!page->references.empty()) {
    facts.oddities.push_back({.kind = OddityKind::kReference,
                              .count = static_cast<int>(page->references.size()),
                              .detail = FirstWords(page->references.front())});
  }
  return facts;
}

}  // namespace dossier::webpage
