// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/layout/block_setter.h"
#include "compiler/layout/column_widths.h"

namespace dossier::layout {
namespace {

Length HeightOf(const std::vector<Slab>& slabs) {
  Length height;
  for (std::size_t i = 0; i < slabs.size(); ++i) {
    height += slabs[i].height + (i > 0 ? slabs[i].space_before : Length());
  }
  return height;
}

using Cells = std::vector<std::vector<Slab>>;

/// Takes slabs off the front of each cell: as many as fit into the height of the tallest first one.
Slab TakeStrip(Cells& cells, std::vector<std::size_t>& taken) {
  Slab strip;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (taken[c] < cells[c].size()) {
      const Slab& next = cells[c][taken[c]];
      const Length space = taken[c] > 0 ? next.space_before : Length();
      strip.height = std::max(strip.height, next.height + space);
    }
  }
  for (std::size_t c = 0; c < cells.size(); ++c) {
    Length y;
    while (taken[c] < cells[c].size()) {
      Slab& next = cells[c][taken[c]];
      const Length top = y + (taken[c] > 0 ? next.space_before : Length());
      if (top + next.height > strip.height) {
        break;
      }
      y = top + next.height;
      Merge(std::move(next), top, strip);
      ++taken[c];
    }
  }
  return strip;
}

std::vector<Slab> CutRow(Cells cells) {
  std::vector<Slab> strips;
  std::vector<std::size_t> taken(cells.size(), 0);
  const auto left = [&] {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (taken[c] < cells[c].size()) {
        return true;
      }
    }
    return false;
  };
  while (left()) {
    strips.push_back(TakeStrip(cells, taken));
  }
  return strips;
}

Slab WholeRow(Cells cells) {
  Slab row;
  for (std::vector<Slab>& cell : cells) {
    Length y;
    for (std::size_t i = 0; i < cell.size(); ++i) {
      const Length top = y + (i > 0 ? cell[i].space_before : Length());
      y = top + cell[i].height;
      row.height = std::max(row.height, y);
      Merge(std::move(cell[i]), top, row);
    }
  }
  return row;
}

/// Room above the first and below the last strip of a row.
void PadRow(std::vector<Slab>& strips) {
  Slab padded;
  padded.height = strips.front().height + measure::kRowPadding;
  Merge(std::move(strips.front()), measure::kRowPadding, padded);
  strips.front() = std::move(padded);
  strips.back().height += measure::kRowPadding;
}

/// A small table stays whole; of a larger one no single row is left alone on a page.
void KeepRows(std::vector<Slab>& rows, Length text_height) {
  const Length small = text_height / 5;
  const Length small_row = text_height / 12;
  if (rows.size() < 2) {
    return;
  }
  if (HeightOf(rows) <= small) {
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      rows[i].keep_with_next = true;
    }
    return;
  }
  rows.front().keep_with_next = rows.front().height <= small_row;
  rows[rows.size() - 2].keep_with_next = rows.back().height <= small_row;
}

}  // namespace

void Merge(Slab from, Length down, Slab& into) {
  if (into.baseline == Length() && from.baseline > Length()) {
    into.baseline = from.baseline + down;
  }
  const auto move = [](auto& source, auto& target, auto shift) {
    for (auto& item : source) {
      shift(item);
      target.push_back(std::move(item));
    }
  };
  move(from.runs, into.runs, [&](Run& run) { run.y += down; });
  move(from.strokes, into.strokes, [&](Stroke& stroke) {
    stroke.y1 += down;
    stroke.y2 += down;
  });
  move(from.pictures, into.pictures, [&](Picture& picture) { picture.top += down; });
  move(from.links, into.links, [&](LinkSpan& link) {
    link.top += down;
    link.bottom += down;
  });
  move(from.anchors, into.anchors, [&](AnchorMark& anchor) { anchor.top += down; });
  move(from.signatures, into.signatures, [&](SignatureSpan& box) {
    box.top += down;
    box.bottom += down;
  });
  into.notes.insert(into.notes.end(), from.notes.begin(), from.notes.end());
}

std::vector<Slab> BlockSetter::SetRow(const compose::TableRow& row, const ColumnPlan& plan,
                                      const Column& column, bool head, bool ruled) {
  const std::vector<Length>& edges = plan.edges;
  Cells cells;
  std::size_t at = 0;
  const int element = Tag(structure::Role::kTableRow, column.element);
  for (const compose::TableCell& cell : row.cells) {
    const std::size_t last = edges.size() - 1;
    const std::size_t begin = std::min(at, last - 1);
    const std::size_t end =
        std::min(begin + static_cast<std::size_t>(std::max(1, cell.columns)), last);
    at = end;
    Column inner;
    const Length full = edges[end] - edges[begin];
    const Length padding = std::min(measure::kCellPadding, full / 10);
    inner.left = edges[begin] + (begin == 0 ? Length() : padding);
    inner.width = edges[end] - (end == last ? Length() : padding) - inner.left;
    inner.text = plan.text;
    inner.text.alignment = Alignment::kLeft;
    inner.text.face = head ? fonts::Style::kBold : fonts::Style::kRegular;
    inner.tight = true;
    const structure::Scope scope = head            ? structure::Scope::kColumn
                                   : cell.row_head ? structure::Scope::kRow
                                                   : structure::Scope::kNone;
    const bool heads = scope != structure::Scope::kNone;
    inner.element =
        Tag({.role = heads ? structure::Role::kTableHeading : structure::Role::kTableCell,
             .scope = scope,
             .columns = static_cast<int>(end - begin)},
            element);
    Stack stack;
    SetBlocks(cell.content, inner, stack);
    cells.push_back(std::move(stack.slabs()));
  }
  if (at + 1 < edges.size()) {  // every row has all columns
    Tag({.role = structure::Role::kTableCell, .columns = static_cast<int>(edges.size() - 1 - at)},
        element);
  }
  Length tallest;
  for (const std::vector<Slab>& cell : cells) {
    tallest = std::max(tallest, HeightOf(cell));
  }
  std::vector<Slab> strips;
  // A taller row is cut into strips, so that it can go on on the next page.
  if (tallest > page().text_height() / 3) {
    strips = CutRow(std::move(cells));
  } else {
    strips.push_back(WholeRow(std::move(cells)));
  }
  PadRow(strips);
  if (ruled || head) {
    Slab& bottom = strips.back();
    const Length y = bottom.height;
    bottom.strokes.push_back(
        {edges.front(), y, edges.back(), y, head ? measure::kRule : measure::kHairline});
  }
  return strips;
}

void BlockSetter::Put(const compose::Table& table, const Column& outer, Stack& stack) {
  Column column = outer;
  column.element = Tag(structure::Role::kTable, outer.element);
  stack.Anchor(table.anchor);
  const bool both = !table.label.empty() && !table.caption.empty();
  const std::string words = table.label + (both ? ". " : "") + table.caption;
  if (!words.empty()) {
    ParagraphShape caption;
    caption.text = kTableText.In(column.text);
    caption.text.hyphenate = false;
    caption.text.face = fonts::Style::kItalic;
    caption.space_before = Length::FromPoints(6);
    caption.space_after = Length::FromPoints(3);
    caption.keep_with_next = true;
    caption.tag.role = structure::Role::kCaption;
    SetParagraph(Words(words), caption, column, stack);
  }
  const ColumnPlan plan = PlanColumns(table, column, context_.tools);
  const std::vector<Length>& edges = plan.edges;
  if (plan.smaller) {
    context_.tools.findings.TableTooWide(table);
  }
  const auto number = static_cast<int>(laid_.tables.size());
  laid_.tables.emplace_back();
  std::vector<Slab> head;
  const int whole = column.element;
  column.element = Tag(structure::Role::kTableHead, whole);
  for (const compose::TableRow& row : table.head) {
    for (Slab& strip : SetRow(row, plan, column, true, table.ruled)) {
      strip.keep_with_next = true;
      head.push_back(std::move(strip));
    }
  }
  if (!head.empty()) {
    head.front().strokes.push_back(
        {edges.front(), Length(), edges.back(), Length(), measure::kRule});
  }
  laid_.tables[static_cast<std::size_t>(number)] = head;
  stack.Space(measure::kParagraphSpace);
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (i < table.head.size()) {
      stack.Anchor(table.head[i].anchor);
    }
    stack.Push(std::move(head[i]));
  }
  column.element = Tag(structure::Role::kTableBody, whole);
  std::vector<Slab> rows;
  std::vector<std::size_t> titles;  // last strips of rows that title what follows
  for (const compose::TableRow& row : table.rows) {
    const std::size_t first = rows.size();
    for (Slab& strip : SetRow(row, plan, column, false, table.ruled)) {
      strip.table = number;
      rows.push_back(std::move(strip));
    }
    if (!row.anchor.empty()) {
      rows[first].anchors.insert(rows[first].anchors.begin(), {row.anchor, {}});
    }
    if (row.keep_with_next && rows.size() > first) {
      titles.push_back(rows.size() - 1);
    }
  }
  if (head.empty() && table.ruled && !rows.empty()) {
    rows.front().strokes.push_back(
        {edges.front(), Length(), edges.back(), Length(), measure::kHairline});
  }
  KeepRows(rows, page().text_height());
  for (const std::size_t title : titles) {
    rows[title].keep_with_next = true;
  }
  for (Slab& row : rows) {
    stack.Push(std::move(row));
  }
  stack.Space(Length::FromPoints(9));
}

}  // namespace dossier::layout
