// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"
#include "compiler/foundation/joined.h"
#include "compiler/text/collate.h"

namespace dossier::compose {
namespace {

/// One row of the table of procedures; nothing for a date that is not known.
void AddStep(const Context& context, const model::CaseDate& date, std::string text, Table& table) {
  if (!date.date) return;
  TableRow row;
  row.cells.push_back(Cell(context.strings.DateInWords(date)));
  row.cells.push_back(Cell(text));
  table.rows.push_back(std::move(row));
}

void AddDecision(const Context& context, const model::ProcedureDecision& decision, Table& table) {
  std::string text;
  if (!decision.by.empty()) text = context.NameOf(decision.by);
  if (!decision.outcome.empty()) {
    text += (text.empty() ? "" : ": ") + context.strings.Word("outcome", decision.outcome);
  }
  if (text.empty()) text = context.strings.Get("step.decision");
  AddStep(context, decision.date, std::move(text), table);
  AddStep(context, decision.served, std::string(context.strings.Get("step.served")), table);
  AddStep(context, decision.final, std::string(context.strings.Get("step.final")), table);
}

Table PersonTable(const Context& context, model::PersonKind kind, std::string_view caption) {
  Table table;
  table.widths = {4, 5, 5};
  table.head.push_back(HeadRow(
      {caption, context.strings.Get("column.role"), context.strings.Get("column.spellings")}));
  std::vector<std::pair<std::string, const model::Person*>> sorted;
  const text::Collator collator(context.language);
  for (const model::Person& person : context.source.people) {
    if (person.kind != kind) continue;
    sorted.emplace_back(collator.SortKey(context.NameOf(person.id.value)), &person);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [key, person] : sorted) {
    TableRow row;
    row.cells.push_back(Cell(context.NameOf(person->id.value)));
    row.cells.push_back(Cell(context.Sentence(person->role)));
    row.cells.push_back(Cell(Joined(OtherSpellings(context, *person), ", ")));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Blocks ComposeProcedures(const Context& context) {
  Blocks out;
  for (const model::Procedure& procedure : context.source.header.procedures) {
    Table table;
    table.widths = {3, 8};
    AddStep(context, procedure.lodged, std::string(context.strings.Get("step.lodged")), table);
    AddStep(context, procedure.hearing, std::string(context.strings.Get("step.hearing")), table);
    for (const model::ProcedureDecision& decision : procedure.decisions) {
      AddDecision(context, decision, table);
    }
    AddStep(context, procedure.final, std::string(context.strings.Get("step.final")), table);
    AddStep(context, procedure.removal, std::string(context.strings.Get("step.removal")), table);
    if (table.rows.empty()) continue;
    std::string title = context.strings.Word("procedure", procedure.kind);
    if (!procedure.applicants.empty()) title += ": " + context.Names(procedure.applicants);
    Block heading = Para({Words(title, Face::kBold)});
    std::get<Paragraph>(heading.value).keep_with_next = true;
    out.push_back(std::move(heading));
    out.push_back({std::move(table)});
  }
  return out;
}

Blocks ComposeChronology(const Context& context) {
  const std::vector<const model::Event*> events = EventsByDate(context.source);
  if (events.empty()) return {};
  Table table;
  table.widths = {3, 7, 4};
  table.head.push_back(
      HeadRow({context.strings.Get("column.date"), context.strings.Get("column.event"),
               context.strings.Get("column.exhibits")}));
  for (const model::Event* event : events) {
    std::string date = context.strings.DateInWords(event->date);
    if (event->until.date) date += " – " + context.strings.DateInWords(event->until);
    TableRow row;
    row.cells.push_back(Cell(date));
    row.cells.push_back(Cell(context.Sentence(event->text)));
    row.cells.push_back(Cell(CitationList(context, event->cites)));
    table.rows.push_back(std::move(row));
  }
  return {{std::move(table)}};
}

Blocks ComposePersons(const Context& context) {
  Blocks out;
  for (const auto& [kind, key] :
       {std::pair{model::PersonKind::kPerson, "column.person"},
        std::pair{model::PersonKind::kOrganisation, "column.organisation"}}) {
    Table table = PersonTable(context, kind, context.strings.Get(key));
    if (!table.rows.empty()) out.push_back({std::move(table)});
  }
  return out;
}

Blocks ComposeSignature(const Context& context) {
  const model::Header& header = context.source.header;
  SignatureBlock signature;
  if (const model::Filing* filing = CurrentFiling(context.source)) {
    const std::string date = context.strings.DateInWords(filing->date);
    if (!date.empty()) {
      signature.content.push_back(Para(context.strings.Fill("signature.date", {date})));
    }
  }
  const bool by_others = !header.submitted_by.empty();
  const auto& names = by_others ? header.submitted_by : header.applicants;
  if (!names.empty()) {
    signature.content.push_back(Para(context.strings.Fill(
        by_others ? "signature.submitted-by" : "signature.applicant", {context.Names(names)})));
  }
  signature.caption = context.strings.Get("signature.caption");
  return {{std::move(signature)}};
}

}  // namespace dossier::compose
