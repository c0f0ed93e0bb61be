// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"
#include "compiler/compose/index_marks.h"
#include "compiler/foundation/joined.h"

namespace dossier::compose {
Blocks ComposeAuthorities(const Context& context) {
  Table table;
  table.widths = {9, 5, 3};
  table.head.push_back(HeadRow({context.strings.Get("column.instrument"), context.strings.Get("column.pinpoints"),
                                context.strings.Get("column.pages")}));
  for (const Instrument& instrument : PleadedInstruments(context)) {
    Blocks name;
    name.push_back(Para(instrument.name));
    if (!instrument.url.empty()) {
      name.push_back(Para(Inlines{Address(instrument.url)}, ParagraphStyle::kSmall));
    }
    TableRow row;
    row.cells.push_back(Cell(std::move(name)));
    row.cells.push_back(Cell(Joined(instrument.pinpoints, "; ")));
    row.cells.push_back(Cell(Inlines{PagesOfMarks(InstrumentMark(instrument.name))}));
    table.rows.push_back(std::move(row));
  }
  for (const std::size_t index : ByLabel(context)) {
    const model::Exhibit& exhibit = context.source.exhibits[context.resolved.exhibits[index].index];
    if (!IsAuthority(exhibit.kind)) continue;
    TableRow row;
    Blocks name;
    name.push_back(Para(context.Say(exhibit.title)));
    if (!exhibit.identifiers.empty()) name.push_back(Para(Joined(IdentifiersOf(exhibit), "; "), ParagraphStyle::kSmall));
    row.cells.push_back(Cell(std::move(name)));
    row.cells.push_back(Cell(Inlines{LabelLink(context, index)}));
    row.cells.push_back(Cell(Inlines{PagesOfMarks(AuthorityMark(exhibit.id.value))}));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return {};
  return {{std::move(table)}};
}

}  // namespace dossier::compose
