// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/explaining.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "compiler/diagnostics/explain.h"
#include "compiler/diagnostics/finding.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/driver/locate.h"
#include "compiler/evaluate/dates.h"
#include "compiler/foundation/suggest.h"
#include "compiler/io/case_folder.h"
#include "compiler/load/load_pack.h"
#include "compiler/rulebook/render.h"

namespace dossier::driver {
namespace {

using model::Criterion;

std::string PageOf(diagnostics::Kind kind) {
  const diagnostics::KindEntry& entry = Describe(kind);
  std::string text(diagnostics::Explain(kind));
  while (!text.empty() && text.front() == '\n') text.erase(0, 1);
  if (text.empty() || text.back() != '\n') text += '\n';
  return std::string(entry.code) + " " + std::string(entry.name) + " (" + std::string(ToString(entry.level)) +
         ")\n" + std::string(entry.text) + "\n\n" + text;
}

std::vector<model::RulePack> ShippedPacks() {
  std::vector<model::RulePack> packs;
  const Result<std::string> data = FindData();
  if (!data) return packs;
  const Result<io::CaseFolder> rules = io::CaseFolder::Open(*data + "/rules");
  if (!rules) return packs;
  for (const std::string& id : load::PackIds(*rules)) {
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    if (std::optional<model::RulePack> pack = load::LoadPack(*rules, {id, {}}, sources, sink)) {
      packs.push_back(std::move(*pack));
    }
  }
  return packs;
}

void CollectIds(const std::vector<Criterion>& criteria, std::vector<std::string>& ids) {
  for (const Criterion& criterion : criteria) {
    if (!criterion.id.empty()) ids.push_back(criterion.id);
    CollectIds(criterion.children, ids);
  }
}

/// The criterion that has an exception of this id; nothing when none has.
const Criterion* FindAround(const std::vector<Criterion>& criteria, std::string_view id) {
  const auto has = [&](const auto& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
  };
  for (const Criterion& criterion : criteria) {
    if (has(criterion.exceptions)) return &criterion;
    if (const Criterion* child = FindAround(criterion.children, id)) return child;
  }
  return nullptr;
}

/// Whether the rule is in force by a date that it reads; a date without a name is any rule's.
std::string ForceLine(const Criterion& rule, const evaluate::DateOverride& as_of) {
  const std::string reads = rule.reads.empty() ? "filing" : rule.reads;
  if (as_of.first != reads && as_of.first != "filing") {
    return "on " + as_of.second.ToString() + " (" + as_of.first + "): the rule reads another date, \"" + reads + "\"\n";
  }
  const std::string on = "on " + as_of.second.ToString() + " (" + reads + "): ";
  const std::string side = rule.law ? ", where \"" + rule.law->option + "\" of " + rule.law->choice + " governs" : "";
  if (!rule.from && !rule.to && !rule.transitional.empty()) return {};
  if (!rule.from && !rule.to) return on + "the pack states no time for it" + side + "\n";
  switch (evaluate::Compare(as_of.second, rule.from, rule.to)) {
    case evaluate::InForce::kYes:
      return on + "in force" + side + "\n";
    case evaluate::InForce::kNotYet:
      return on + "not yet in force; from " + rule.from->ToString() + "\n";
    case evaluate::InForce::kNoLonger:
      return on + "no longer in force; it was before " + rule.to->ToString() + "\n";
    case evaluate::InForce::kUndecided:
      break;
  }
  return on + "the date is not precise enough to say\n";
}

/// What the rule became or was, and what takes its place on a day.
std::string TimeOf(const Criterion& rule, const std::vector<model::RulePack>& packs, const Request& request) {
  std::string out;
  for (const evaluate::DateOverride& as_of : request.as_of) {
    out += ForceLine(rule, as_of);
    for (const model::Transitional& entry : rule.transitional) {
      const bool reads = as_of.first == entry.reads || (as_of.first == "filing" && request.as_of.size() == 1);
      if (!reads || (entry.range.from.date && as_of.second.First() < entry.range.from.date->First())) continue;
      if (entry.range.before.date && as_of.second.Last() >= entry.range.before.date->First()) continue;
      out += "on " + as_of.second.ToString() + " (" + entry.reads + "): " + entry.use + " takes its place\n";
    }
  }
  for (const model::RulePack& pack : packs) {
    for (const model::Crosswalk& entry : pack.crosswalk) {
      const std::string how = " (" + std::string(NameOf(model::CrosswalkKindNames(), entry.kind)) + ")";
      const std::string note = entry.note.empty() ? "" : ": " + std::string(entry.note.In(request.language));
      if (entry.from == rule.id) out += "became " + (entry.to.empty() ? "nothing" : entry.to) + how + note + "\n";
      if (entry.to == rule.id) out += "was " + entry.from + how + note + "\n";
    }
  }
  return out;
}

/// The page of a rule of any section; nothing when the pack has none with this id.
std::optional<std::string> PageOf(std::string_view id, const model::RulePack& pack,
                                  const std::vector<model::RulePack>& packs, const Request& request) {
  std::optional<std::string> page = rulebook::RenderRule(pack, id, request.language);
  const Criterion* around = page ? nullptr : FindAround(pack.criteria, id);
  if (around != nullptr) return PageOf(around->id, pack, packs, request);
  if (!page) return page;
  std::string out = "pack " + pack.id + ", version " + pack.version + "\n\n" + *page;
  for (const std::vector<Criterion>* criteria : {&pack.criteria, &pack.objections}) {
    const Criterion* rule = model::FindCriterion(*criteria, id);
    const std::string time = rule == nullptr ? "" : TimeOf(*rule, packs, request);
    if (!time.empty()) out += "\n" + time;
  }
  return out;
}

void CollectIds(const model::RulePack& pack, std::vector<std::string>& ids) {
  CollectIds(pack.criteria, ids);
  CollectIds(pack.objections, ids);
  for (const auto& rule : pack.exhibit_rules) ids.push_back(rule.id);
  for (const auto& rule : pack.deadlines) ids.push_back(rule.id);
  for (const auto& rule : pack.choices) ids.push_back(rule.id);
  for (const auto& rule : pack.document_rules) ids.push_back(rule.id);
}

}  // namespace

Result<std::string> ExplainWord(const Request& request) {
  const std::string& word = request.arguments.front();
  if (const auto kind = diagnostics::KindByCode(word)) return PageOf(*kind);
  const std::vector<model::RulePack> packs = ShippedPacks();
  std::vector<std::string> ids;
  for (const model::RulePack& pack : packs) {
    if (std::optional<std::string> page = PageOf(word, pack, packs, request)) return *page;
    CollectIds(pack, ids);
  }
  std::vector<std::string_view> known(ids.begin(), ids.end());
  for (const diagnostics::KindEntry& entry : diagnostics::AllKinds()) {
    known.push_back(entry.code);
    known.push_back(entry.name);
  }
  const std::optional<std::string> near = Closest(word, known);
  return Failure{"\"" + word + "\" is neither a code nor a rule of a shipped pack" +
                 (near ? "; did you mean \"" + *near + "\"?" : "")};
}

}  // namespace dossier::driver
