// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"

namespace dossier::compose {
namespace {

/// What the decision says, and where.
TableCell AssertionCell(const Context& context, const model::AdverseDecision& decision,
                        const model::Assertion& assertion) {
  Blocks content;
  content.push_back(Para(context.Sentence(assertion.says)));
  if (const auto cited = resolve::CitationOf(decision, assertion)) {
    content.push_back(Para(CitationInlines(context, *cited), ParagraphStyle::kSmall));
  }
  return Cell(std::move(content));
}

void AddAssertion(const Context& context, const model::AdverseDecision& decision,
                  const model::Assertion& assertion, Table& table) {
  if (!IsAnswered(assertion)) return;
  Blocks texts;
  Blocks exhibits;
  std::vector<std::string> arguments;
  for (const model::Answer& answer : assertion.answers) {
    const std::string text = context.Sentence(answer.text);
    if (!text.empty()) texts.push_back(Para(text));
    if (!answer.argument.value.empty()) arguments.push_back(answer.argument.value);
    for (const model::Citation& citation : answer.cites) {
      exhibits.push_back(Para(CitationInlines(context, citation)));
    }
  }
  Inlines see = SeeSections(context, arguments);
  if (!see.empty()) texts.push_back(Para(std::move(see)));
  TableRow row;
  row.cells.push_back(AssertionCell(context, decision, assertion));
  row.cells.push_back(Cell(std::move(texts)));
  row.cells.push_back(Cell(std::move(exhibits)));
  table.rows.push_back(std::move(row));
}

}  // namespace

Blocks ComposeAnswers(const Context& context) {
  Blocks out;
  for (const model::AdverseDecision& decision : context.source.decisions) {
    Table table;
    table.widths = {5, 7, 4};
    table.head.push_back(
        HeadRow({context.strings.Get("column.assertion"), context.strings.Get("column.answer"),
                 context.strings.Get("column.exhibits")}));
    for (const model::Assertion& assertion : decision.assertions) {
      AddAssertion(context, decision, assertion, table);
    }
    if (table.rows.empty()) continue;
    const model::Exhibit* exhibit = context.source.FindExhibit(decision.exhibit.value);
    if (exhibit != nullptr) {
      const auto index = static_cast<std::size_t>(exhibit - context.source.exhibits.data());
      Block intro = Para({Words(std::string(context.Say(exhibit->title)) + " ("),
                          LabelLink(context, index), Words(")")});
      std::get<Paragraph>(intro.value).keep_with_next = true;
      out.push_back(std::move(intro));
    }
    out.push_back({std::move(table)});
  }
  return out;
}

}  // namespace dossier::compose
