// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/case_view.h"

#include <algorithm>
#include <numeric>
#include <variant>

#include "compiler/identifiers/identifier.h"
#include "compiler/resolve/exhibits.h"

namespace dossier::compose {
namespace {

bool SaysAnything(const model::Answer& answer) {
  return !answer.cites.empty() || !answer.text.empty() || !answer.argument.value.empty();
}

void AddInstrument(const model::Authority& authority, std::vector<Instrument>& instruments) {
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

}  // namespace

const model::Filing* CurrentFiling(const model::Case& source) {
  const model::Filing* found = nullptr;
  for (const model::Filing& filing : source.header.filings) {
    if (filing.date.date || found == nullptr || !found->date.date) found = &filing;
  }
  return found;
}

const model::Procedure* CurrentProcedure(const model::Case& source) {
  const model::Procedure* found = nullptr;
  for (const model::Procedure& procedure : source.header.procedures) {
    if (procedure.kind != "removal" && procedure.decisions.empty()) found = &procedure;
  }
  if (found == nullptr && !source.header.procedures.empty()) {
    found = &source.header.procedures.back();
  }
  return found;
}

std::string ForumName(const Context& context) {
  const std::string& forum = context.source.header.forum.value;
  const std::string key = "forum." + forum;
  if (!forum.empty() && context.strings.Has(key)) return std::string(context.strings.Get(key));
  // A forum without words of its own may be an organisation of the case.
  const model::Person* person = context.source.FindPerson(forum);
  return person == nullptr ? std::string() : context.NameOf(forum);
}

std::vector<const model::Event*> EventsByDate(const model::Case& source) {
  std::vector<const model::Event*> events;
  for (const model::Event& event : source.events) {
    if (event.date.date) events.push_back(&event);
  }
  std::stable_sort(events.begin(), events.end(), [](const auto* a, const auto* b) {
    const Day first = a->date.date->First();
    const Day second = b->date.date->First();
    // "2019-03" contains 1 March: the less precise date comes first.
    return first != second ? first < second : b->date.date->Last() < a->date.date->Last();
  });
  return events;
}

std::vector<const model::Argument*> ArgumentsInOrder(const model::Case& source) {
  std::vector<const model::Argument*> files;
  for (const model::Argument& argument : source.arguments) files.push_back(&argument);
  std::stable_sort(files.begin(), files.end(),
                   [](const auto* a, const auto* b) { return a->path < b->path; });
  return files;
}

std::vector<std::string> OtherSpellings(const Context& context, const model::Person& person) {
  std::vector<std::string> out;
  if (person.protect != model::Protection::kNone) return out;
  const std::string shown = context.NameOf(person.id.value);
  const auto add = [&](const std::string& name) {
    if (name.empty() || name == shown || std::find(out.begin(), out.end(), name) != out.end()) return;
    out.push_back(name);
  };
  for (const auto& [language, name] : person.name.texts) add(name);
  for (const std::string& name : person.variants) add(name);
  return out;
}

bool IsAnswered(const model::Assertion& assertion) {
  return std::any_of(assertion.answers.begin(), assertion.answers.end(), SaysAnything);
}

std::vector<std::string> IdentifiersOf(const model::Exhibit& exhibit) {
  std::vector<std::string> out;
  for (const model::Text& text : exhibit.identifiers) {
    const auto reading = identifiers::ParseIdentifier(text.value);
    const auto* identifier = std::get_if<identifiers::Identifier>(&reading);
    out.push_back(identifier == nullptr ? text.value : identifier->canonical);
  }
  return out;
}

bool IsAuthority(model::ExhibitKind kind) {
  return kind == model::ExhibitKind::kLaw || kind == model::ExhibitKind::kJudgment ||
         kind == model::ExhibitKind::kResolution;
}

std::vector<Instrument> PleadedInstruments(const Context& context) {
  const RuleBook rules(context.packs);
  std::vector<Instrument> instruments;
  for (const std::string& id : RulesWithEvidence(context.source, rules)) {
    const RuleView rule = rules.Find(id);
    if (rule.authority != nullptr) AddInstrument(*rule.authority, instruments);
  }
  return instruments;
}

bool RuleGoverns(const Context& context, const RuleBook& rules, std::string_view id,
                 std::string_view subject) {
  const model::LawSide* law = rules.Find(id).law;
  if (law == nullptr) return true;
  bool decided = false;
  for (const ChosenLaw& chosen : context.laws) {
    const bool concerns = subject.empty() || chosen.subject.empty() || chosen.subject == subject;
    if (chosen.choice != law->choice || chosen.option.empty() || !concerns) continue;
    if (chosen.option == law->option) return true;
    decided = true;
  }
  return !decided;
}

std::vector<std::size_t> ByLabel(const Context& context) {
  std::vector<std::size_t> order(context.resolved.exhibits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return resolve::LabelBefore(context.resolved.exhibits[a].label,
                                context.resolved.exhibits[b].label);
  });
  return order;
}

}  // namespace dossier::compose
