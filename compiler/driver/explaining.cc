// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/explaining.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "compiler/deadlines/counting.h"
#include "compiler/diagnostics/explain.h"
#include "compiler/diagnostics/finding.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/driver/locate.h"
#include "compiler/foundation/suggest.h"
#include "compiler/io/case_folder.h"
#include "compiler/load/load_pack.h"

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

const Criterion* FindIn(const std::vector<Criterion>& criteria, std::string_view id) {
  for (const Criterion& criterion : criteria) {
    if (criterion.id == id) return &criterion;
    if (const Criterion* child = FindIn(criterion.children, id)) return child;
  }
  return nullptr;
}

void CollectIds(const std::vector<Criterion>& criteria, std::vector<std::string>& ids) {
  for (const Criterion& criterion : criteria) {
    if (!criterion.id.empty()) ids.push_back(criterion.id);
    CollectIds(criterion.children, ids);
  }
}

std::string_view MarkMeans(model::Verification mark) {
  switch (mark) {
    case model::Verification::kRead:
      return "the text itself was read in this version";
    case model::Verification::kSecondary:
      return "taken from a secondary source, not from the text";
    case model::Verification::kMemory:
      return "from memory, not checked";
  }
  return "";
}

std::string NeedLine(const model::Need& need) {
  std::string line = "  " + need.id + " (" + std::string(NameOf(model::WeightNames(), need.weight)) + ", at least " +
                     std::to_string(need.min) + ")";
  if (!need.title.empty()) line += ": " + std::string(need.title.In("en"));
  return line + "\n";
}

/// What every rule of a pack has: id, title, text in our words, where it comes from.
std::string HeadOf(const auto& rule, const std::string& after_id, const model::RulePack& pack) {
  std::string out = rule.id + after_id + " (pack " + pack.id + ")\n";
  out += std::string(rule.title.In("en")) + "\n\n";
  if (!rule.text.empty()) out += std::string(rule.text.In("en")) + "\n\n";
  const model::Authority& authority = rule.authority;
  return out + authority.instrument + ", " + authority.pinpoint + "\n" + authority.url + "\nversion read: " +
         authority.version + ", mark " + std::string(NameOf(model::VerificationNames(), authority.verified)) + ": " +
         std::string(MarkMeans(authority.verified)) + "\n";
}

std::string ConceptLine(const model::Concept& wanted) {
  std::string line = "  " + wanted.id + ":";
  for (const auto& of_language : wanted.words) {
    for (const std::string& word : of_language.second) line += " \"" + word + "\"";
  }
  return line + "\n";
}

std::string PageOf(const Criterion& criterion, const model::RulePack& pack) {
  std::string out = HeadOf(criterion, ", revision " + std::to_string(criterion.revision), pack);
  if (!criterion.needs.empty()) out += "\nevidence it counts:\n";
  for (const model::Need& need : criterion.needs) out += NeedLine(need);
  if (!criterion.children.empty()) out += "\nbranches:\n";
  for (const Criterion& child : criterion.children) out += "  " + (child.id.empty() ? child.ref : child.id) + "\n";
  if (!criterion.limbs.empty()) out += "\nwhat would stand against it:\n";
  for (const model::Limb& limb : criterion.limbs) out += "  " + limb.id + ": " + std::string(limb.title.In("en")) + "\n";
  if (!criterion.wording.empty()) out += "\nwhat a paraphrase must not lose, by any of these words:\n";
  for (const model::Concept& wanted : criterion.wording) out += ConceptLine(wanted);
  return out;
}

std::string PageOf(const model::Deadline& deadline, const model::RulePack& pack) {
  std::string out = HeadOf(deadline, "", pack) + "\ncounted from \"" + deadline.anchor + "\"";
  if (!deadline.for_date.empty()) out += ", kept by \"" + deadline.for_date + "\"";
  out += "; the earliest of:\n";
  for (const model::Reading& reading : deadline.readings) {
    out += "  " + deadlines::WordsOf(deadline.period, reading) + "\n";
  }
  for (const auto& alternate : deadline.alternates) {
    out += "  or, under a condition of its own, " + deadlines::WordsOf(alternate.second) + "\n";
  }
  return out;
}

std::string PageOf(const model::ExhibitRule& rule, const model::RulePack& pack) { return HeadOf(rule, "", pack); }
std::string PageOf(const model::DocumentRule& rule, const model::RulePack& pack) { return HeadOf(rule, "", pack); }

std::string PageOf(const model::Choice& choice, const model::RulePack& pack) {
  std::string out = HeadOf(choice, "", pack) + "\noptions:\n";
  for (const model::ChoiceOption& option : choice.options) {
    out += "  " + option.id + ": " + std::string(option.title.In("en")) + "\n";
  }
  return out;
}

template <typename T>
std::optional<std::string> PageIn(const std::vector<T>& rules, std::string_view id, const model::RulePack& pack) {
  for (const T& rule : rules) {
    if (rule.id == id) return PageOf(rule, pack);
  }
  return std::nullopt;
}

/// The page of a rule of any section; nothing when the pack has none with this id.
std::optional<std::string> PageOf(std::string_view id, const model::RulePack& pack) {
  for (const std::vector<Criterion>* criteria : {&pack.criteria, &pack.objections}) {
    if (const Criterion* criterion = FindIn(*criteria, id)) return PageOf(*criterion, pack);
  }
  if (auto page = PageIn(pack.exhibit_rules, id, pack)) return page;
  if (auto page = PageIn(pack.deadlines, id, pack)) return page;
  if (auto page = PageIn(pack.choices, id, pack)) return page;
  return PageIn(pack.document_rules, id, pack);
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

Result<std::string> ExplainWord(const std::string& word) {
  if (const auto kind = diagnostics::KindByCode(word)) return PageOf(*kind);
  const std::vector<model::RulePack> packs = ShippedPacks();
  std::vector<std::string> ids;
  for (const model::RulePack& pack : packs) {
    if (std::optional<std::string> page = PageOf(std::string_view(word), pack)) return *page;
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
