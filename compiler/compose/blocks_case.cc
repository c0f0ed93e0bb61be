// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/citations.h"
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

std::string Spellings(const Context& context, const model::Person& person) {
  if (person.protect != model::Protection::kNone) return {};
  std::vector<std::string> seen = {context.NameOf(person.id.value)};
  std::string out;
  const auto add = [&](const std::string& name) {
    if (name.empty() || std::find(seen.begin(), seen.end(), name) != seen.end()) return;
    seen.push_back(name);
    out += (out.empty() ? "" : ", ") + name;
  };
  for (const auto& [language, name] : person.name.texts) add(name);
  for (const std::string& name : person.variants) add(name);
  return out;
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
    row.cells.push_back(Cell(Spellings(context, *person)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

const model::Filing* CurrentFiling(const model::Case& source) {
  const model::Filing* found = nullptr;
  for (const model::Filing& filing : source.header.filings) {
    if (filing.date.date || found == nullptr || !found->date.date) found = &filing;
  }
  return found;
}

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
  std::vector<const model::Event*> events;
  for (const model::Event& event : context.source.events) {
    if (event.date.date) events.push_back(&event);
  }
  if (events.empty()) return {};
  std::stable_sort(events.begin(), events.end(), [](const auto* a, const auto* b) {
    const Day first = a->date.date->First();
    const Day second = b->date.date->First();
    // "2019-03" contains 1 March: the less precise date comes first.
    return first != second ? first < second : b->date.date->Last() < a->date.date->Last();
  });
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
