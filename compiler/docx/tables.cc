// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/docx/part_writer.h"
#include "compiler/docx/units.h"
#include "compiler/layout/layout.h"

namespace dossier::docx {
namespace {

/// Word opens no table with more (its own limit).
constexpr std::size_t kMostColumns = 63;

std::size_t Span(const compose::TableCell& cell) { return static_cast<std::size_t>(std::max(1, cell.columns)); }

/// Left edges of the columns and the right edge of the last, from the left edge of the table.
std::vector<Length> EdgesOf(const compose::Table& table, Length width) {
  std::vector<Length> edges{Length()};
  for (const Length share : layout::ColumnShares(table, width, kMostColumns)) edges.push_back(edges.back() + share);
  return edges;
}

bool NamesRows(const compose::Table& table) {
  return std::any_of(table.rows.begin(), table.rows.end(), [](const compose::TableRow& row) {
    return !row.cells.empty() && row.cells.front().row_head;
  });
}

}  // namespace

void PartWriter::Put(const compose::Table& table, const Column& column) {
  hanging_ = false;
  pending_.anchors.push_back(table.anchor);
  const std::vector<compose::Inline> caption =
      table.caption.empty() ? std::vector<compose::Inline>() : std::vector<compose::Inline>{{compose::TextRun{.text = table.caption, .source = {}}}};
  PutCaption({.text = table.label, .anchor = table.anchor}, caption, {}, column);
  if (table.head.empty() && table.rows.empty()) return;
  // A table can begin no page and hold no space, and two tables side by side would be one.
  if (after_table_ || pending_.page_break || pending_.section_break || pending_.space > Length() || pending_.note > 0) PutGap();
  const std::vector<Length> edges = EdgesOf(table, column.width);
  xml_.Begin("w:tbl");
  xml_.Begin("w:tblPr");
  if (table.ruled) xml_.Value("w:tblStyle", style::kRuledTable);
  xml_.Empty("w:tblW", {{"w:w", TwipsText(column.width)}, {"w:type", "dxa"}});
  xml_.Empty("w:tblInd", {{"w:w", TwipsText(column.left)}, {"w:type", "dxa"}});
  xml_.Empty("w:tblLayout", {{"w:type", "fixed"}});
  xml_.Empty("w:tblLook", {{"w:val", NamesRows(table) ? "04A0" : "0420"}, {"w:firstRow", "1"}, {"w:lastRow", "0"}, {"w:firstColumn", NamesRows(table) ? "1" : "0"}, {"w:lastColumn", "0"}, {"w:noHBand", "0"}, {"w:noVBand", "1"}});
  if (!table.caption.empty()) xml_.Value("w:tblCaption", table.caption);
  xml_.End();
  xml_.Begin("w:tblGrid");
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) xml_.Empty("w:gridCol", {{"w:w", TwipsText(edges[i + 1] - edges[i])}});
  xml_.End();
  for (const compose::TableRow& row : table.head) PutRow(row, edges, true, column);
  for (const compose::TableRow& row : table.rows) PutRow(row, edges, false, column);
  xml_.End();
  after_table_ = true;
  pending_.space = std::max(pending_.space, Length::FromPoints(9));
}

void PartWriter::PutRow(const compose::TableRow& row, const std::vector<Length>& edges, bool head, const Column& column) {
  const std::size_t last = edges.size() - 1;
  Column inner = column;
  inner.kind = head ? Column::Kind::kHeadCell : column.kind == Column::Kind::kNote ? Column::Kind::kNote : Column::Kind::kCell;
  inner.keep_with_next = row.keep_with_next || head;
  pending_.anchors.push_back(row.anchor);
  xml_.Begin("w:tr");
  xml_.Begin("w:trPr");
  xml_.Empty("w:cantSplit");
  if (head) xml_.Empty("w:tblHeader");
  xml_.End();
  std::size_t at = 0;
  for (std::size_t i = 0; at < last; ++i) {
    // What a row has beyond the last column stands in its last cell; what it lacks is empty.
    std::vector<const compose::TableCell*> cells;
    if (i < row.cells.size()) cells.push_back(&row.cells[i]);
    const std::size_t end = cells.empty() ? last : std::min(at + Span(*cells.front()), last);
    for (; end == last && i + 1 < row.cells.size(); ++i) cells.push_back(&row.cells[i + 1]);
    PutCell(cells, at, end, edges, inner);
    at = end;
  }
  xml_.End();
}

void PartWriter::PutCell(const std::vector<const compose::TableCell*>& cells, std::size_t begin, std::size_t end,
                         const std::vector<Length>& edges, Column column) {
  column.left = column.right = Length();
  column.width = edges[end] - edges[begin] - layout::measure::kCellPadding * 2;
  xml_.Begin("w:tc");
  xml_.Begin("w:tcPr");
  xml_.Empty("w:tcW", {{"w:w", TwipsText(edges[end] - edges[begin])}, {"w:type", "dxa"}});
  if (end - begin > 1) xml_.Value("w:gridSpan", std::to_string(end - begin));
  xml_.End();
  cell_needs_paragraph_ = true;
  after_table_ = false;
  const int depth = std::exchange(list_depth_, 0);
  for (const compose::TableCell* cell : cells) Write(cell->content, column);
  list_depth_ = depth;
  if (cell_needs_paragraph_ || after_table_) {
    BeginParagraph({.style = BaseStyle(column), .keep_with_next = column.keep_with_next});
    EndParagraph();
  }
  xml_.End();
}

}  // namespace dossier::docx
