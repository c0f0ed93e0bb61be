// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "compiler/compose/blocks.h"
#include "compiler/compose/citations.h"
#include "compiler/compose/rule_view.h"
#include "compiler/identifiers/identifier.h"

namespace dossier::compose {
namespace {

/// One instrument with what is pleaded of it.
struct Instrument {
  std::string name;
  std::string url;
  std::vector<std::string> pinpoints;
};

void Add(const model::Authority& authority, std::vector<Instrument>& instruments) {
  auto found = std::find_if(instruments.begin(), instruments.end(), [&](const Instrument& known) {
    return known.name == authority.instrument;
  });
  if (found == instruments.end()) {
    instruments.push_back({.name = authority.instrument, .url = {}, .pinpoints = {}});
    found = std::prev(instruments.end());
  }
  if (found->url.empty()) found->url = authority.url;
  auto& pinpoints = found->pinpoints;
  if (authority.pinpoint.empty()) return;
  if (std::find(pinpoints.begin(), pinpoints.end(), authority.pinpoint) == pinpoints.end()) {
    pinpoints.push_back(authority.pinpoint);
  }
}

std::vector<Instrument> PleadedInstruments(const Context& context) {
  const RuleBook rules(context.packs);
  std::vector<Instrument> instruments;
  for (const std::string& id : RulesWithEvidence(context.source, rules)) {
    const RuleView rule = rules.Find(id);
    if (rule.authority != nullptr) Add(*rule.authority, instruments);
  }
  return instruments;
}

/// In the spelling of its register; one that nobody checks as the author wrote it.
std::string IdentifiersOf(const model::Exhibit& exhibit) {
  std::string out;
  for (const model::Text& text : exhibit.identifiers) {
    const auto reading = identifiers::ParseIdentifier(text.value);
    const auto* identifier = std::get_if<identifiers::Identifier>(&reading);
    out += (out.empty() ? "" : "; ") + (identifier == nullptr ? text.value : identifier->canonical);
  }
  return out;
}

bool IsAuthority(model::ExhibitKind kind) {
  return kind == model::ExhibitKind::kLaw || kind == model::ExhibitKind::kJudgment ||
         kind == model::ExhibitKind::kResolution;
}

}  // namespace

Blocks ComposeAuthorities(const Context& context) {
  Table table;
  table.widths = {9, 5};
  table.head.push_back(
      HeadRow({context.strings.Get("column.instrument"), context.strings.Get("column.pinpoints")}));
  for (const Instrument& instrument : PleadedInstruments(context)) {
    Blocks name;
    name.push_back(Para(instrument.name));
    if (!instrument.url.empty()) {
      name.push_back(Para(Inlines{Address(instrument.url)}, ParagraphStyle::kSmall));
    }
    std::string pinpoints;
    for (const std::string& pinpoint : instrument.pinpoints) {
      pinpoints += (pinpoints.empty() ? "" : "; ") + pinpoint;
    }
    TableRow row;
    row.cells.push_back(Cell(std::move(name)));
    row.cells.push_back(Cell(pinpoints));
    table.rows.push_back(std::move(row));
  }
  for (const std::size_t index : ByLabel(context)) {
    const model::Exhibit& exhibit = context.source.exhibits[context.resolved.exhibits[index].index];
    if (!IsAuthority(exhibit.kind)) continue;
    TableRow row;
    Blocks name;
    name.push_back(Para(context.Say(exhibit.title)));
    if (!exhibit.identifiers.empty()) name.push_back(Para(IdentifiersOf(exhibit), ParagraphStyle::kSmall));
    row.cells.push_back(Cell(std::move(name)));
    row.cells.push_back(Cell(Inlines{LabelLink(context, index)}));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return {};
  return {{std::move(table)}};
}

}  // namespace dossier::compose
