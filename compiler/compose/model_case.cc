// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "compiler/compose/case_view.h"
#include "compiler/compose/model_tree.h"

namespace dossier::compose {
namespace {

ModelNode Filing(const Context& context, const model::Filing& filing) {
  ModelNode node = Node("filing");
  SetAttribute(node, "id", filing.id.value);
  SetAttribute(node, "supplements", filing.supplements);
  if (&filing == CurrentFiling(context.source)) SetAttribute(node, "current", "yes");
  AddDate(context, node, "date", filing.date);
  return node;
}

ModelNode Ruling(const Context& context, const model::ProcedureDecision& decision) {
  ModelNode node = Node("ruling");
  AddNamed(context, node, "by", decision.by);
  if (!decision.outcome.empty()) {
    ModelNode outcome = Node("outcome");
    SetAttribute(outcome, "id", decision.outcome);
    SetWords(outcome, context.strings.Word("outcome", decision.outcome));
    node.children.push_back(std::move(outcome));
  }
  AddDate(context, node, "date", decision.date);
  AddDate(context, node, "served", decision.served);
  AddDate(context, node, "final", decision.final);
  return node;
}

ModelNode Procedure(const Context& context, const model::Procedure& procedure) {
  ModelNode node = Node("procedure");
  SetAttribute(node, "id", procedure.id.value);
  SetAttribute(node, "kind", procedure.kind);
  if (&procedure == CurrentProcedure(context.source)) SetAttribute(node, "current", "yes");
  AddWords(node, "kind", context.strings.Word("procedure", procedure.kind));
  for (const model::Text& id : procedure.applicants) AddNamed(context, node, "for", id.value);
  AddDate(context, node, "lodged", procedure.lodged);
  AddDate(context, node, "hearing", procedure.hearing);
  AddDate(context, node, "final", procedure.final);
  AddDate(context, node, "removal", procedure.removal);
  for (const model::ProcedureDecision& decision : procedure.decisions) {
    node.children.push_back(Ruling(context, decision));
  }
  return node;
}

ModelNode Event(const Context& context, const model::Event& event) {
  ModelNode node = Node("event");
  SetAttribute(node, "id", event.id.value);
  AddDate(context, node, "date", event.date);
  AddDate(context, node, "until", event.until);
  AddWords(context, node, "text", event.text);
  for (const model::Text& id : event.persons) AddNamed(context, node, "for", id.value);
  AddWords(node, "quote", event.quote.value, event.quote.span);
  AddCites(context, node, event.cites);
  return node;
}

}  // namespace

ModelNode ModelFilings(const Context& context) {
  ModelNode filings = Node("filings");
  for (const model::Filing& filing : context.source.header.filings) {
    filings.children.push_back(Filing(context, filing));
  }
  return filings;
}

ModelNode ModelProcedures(const Context& context) {
  ModelNode procedures = Node("procedures");
  for (const model::Procedure& procedure : context.source.header.procedures) {
    procedures.children.push_back(Procedure(context, procedure));
  }
  return procedures;
}

ModelNode ModelEvents(const Context& context) {
  ModelNode events = Node("events");
  for (const model::Event* event : EventsByDate(context.source)) {
    events.children.push_back(Event(context, *event));
  }
  return events;
}

/// "argument/1-introduction.md" is "introduction": the number orders the files, the name tells
/// templates which is which.
ModelNode ModelArguments(const Context& context) {
  ModelNode arguments = Node("arguments");
  for (const model::Argument* argument : ArgumentsInOrder(context.source)) {
    ModelNode node = Node("argument");
    std::string name = argument->path.substr(argument->path.rfind('/') + 1);
    name.erase(std::min(name.rfind('.'), name.size()));
    const std::size_t letters = name.find_first_not_of("0123456789-_ ");
    if (letters != std::string::npos) name.erase(0, letters);
    SetAttribute(node, "path", argument->path);
    SetAttribute(node, "name", name);
    for (const markdown::Block& block : argument->document.blocks) {
      if (block.kind != markdown::BlockKind::kHeading) continue;
      AddWords(node, "title", markdown::PlainText(block.inlines), block.span);
      break;
    }
    arguments.children.push_back(std::move(node));
  }
  return arguments;
}

}  // namespace dossier::compose
