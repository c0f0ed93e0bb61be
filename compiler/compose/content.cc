// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/content.h"

#include <iterator>

namespace dossier::compose {

Inline Words(std::string_view text, Face face) {
  TextRun run;
  run.text = std::string(text);
  run.face = face;
  return {std::move(run)};
}

Inline SmallWords(std::string_view text) {
  TextRun run;
  run.text = std::string(text);
  run.small = true;
  return {std::move(run)};
}

Inline LinkTo(std::string anchor, Inlines content) {
  return {Link{.anchor = std::move(anchor), .url = {}, .content = std::move(content)}};
}

Inline Address(std::string_view url) {
  return {Link{.anchor = {}, .url = std::string(url), .content = {Words(url)}}};
}

Inline PageOf(std::string anchor) { return {PageNumberOf{.anchor = std::move(anchor)}}; }

void Append(Inlines& to, Inlines more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void Append(Blocks& to, Blocks more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Block Para(Inlines content, ParagraphStyle style) {
  Paragraph paragraph;
  paragraph.style = style;
  paragraph.content = std::move(content);
  return {std::move(paragraph)};
}

Block Para(std::string_view text, ParagraphStyle style) { return Para({Words(text)}, style); }

TableCell Cell(Blocks content, int columns) {
  return {.content = std::move(content), .columns = columns};
}

TableCell Cell(Inlines content, int columns) {
  if (content.empty()) return {.content = {}, .columns = columns};
  return {.content = {Para(std::move(content))}, .columns = columns};
}

TableCell Cell(std::string_view text, Face face) {
  return text.empty() ? Cell(Inlines{}) : Cell(Inlines{Words(text, face)});
}

TableRow HeadRow(const std::vector<std::string_view>& words) {
  TableRow row;
  for (const std::string_view word : words) row.cells.push_back(Cell(word, Face::kBold));
  return row;
}

std::string PageAnchor(std::string_view exhibit, int page) {
  return "exhibit." + std::string(exhibit) + "." + std::to_string(page);
}

std::string ListAnchor(std::string_view exhibit) { return "list." + std::string(exhibit); }

}  // namespace dossier::compose
