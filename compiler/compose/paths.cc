// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/paths.h"

#include "compiler/compose/blocks.h"

namespace dossier::compose {
namespace {

constexpr std::string_view kValues[] = {
    "dossier.title", "dossier.id",     "applicant.name", "submitter.name", "forum.name",
    "filing.date",   "procedure.kind", "draft.mark",     "item.name",      "item.role"};
constexpr std::size_t kValuesOutsideLoops = 8;

constexpr std::string_view kLists[] = {"applicants", "submitters"};

/// The authority that the filing is addressed to, from the forum's id.
std::string ForumName(const Context& context) {
  const std::string& forum = context.source.header.forum.value;
  const std::string key = "forum." + forum;
  if (!forum.empty() && context.strings.Has(key)) return std::string(context.strings.Get(key));
  // A forum without words of its own may be an organisation of the case.
  const model::Person* person = context.source.FindPerson(forum);
  return person == nullptr ? std::string() : context.NameOf(forum);
}

}  // namespace

std::span<const std::string_view> ValuePaths(bool in_loop) {
  const std::span<const std::string_view> all(kValues);
  return in_loop ? all : all.first(kValuesOutsideLoops);
}

std::span<const std::string_view> TestPaths(bool in_loop) { return ValuePaths(in_loop); }

std::span<const std::string_view> ListPaths() { return kLists; }

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

std::string ValueAt(const Context& context, std::string_view path, bool draft,
                    const LoopItem& item) {
  const model::Header& header = context.source.header;
  if (path == "dossier.title") return std::string(context.Say(header.title));
  if (path == "dossier.id") return header.id.value;
  if (path == "applicant.name") return context.Names(header.applicants);
  if (path == "submitter.name") return context.Names(header.submitted_by);
  if (path == "forum.name") return ForumName(context);
  if (path == "filing.date") {
    const model::Filing* filing = CurrentFiling(context.source);
    return filing == nullptr ? std::string() : context.strings.DateInWords(filing->date);
  }
  if (path == "procedure.kind") {
    const model::Procedure* procedure = CurrentProcedure(context.source);
    return procedure == nullptr ? std::string()
                                : context.strings.Word("procedure", procedure->kind);
  }
  if (path == "draft.mark")
    return draft ? std::string(context.strings.Get("draft")) : std::string();
  if (item.person == nullptr) return {};
  if (path == "item.name") return context.NameOf(item.person->id.value);
  if (path == "item.role") return std::string(context.Say(item.person->role));
  return {};
}

std::vector<LoopItem> ListAt(const Context& context, std::string_view path) {
  const model::Header& header = context.source.header;
  const auto& ids = path == "submitters" ? header.submitted_by : header.applicants;
  std::vector<LoopItem> items;
  for (const model::Text& id : ids) {
    const model::Person* person = context.source.FindPerson(id.value);
    if (person != nullptr) items.push_back({.person = person});
  }
  return items;
}

}  // namespace dossier::compose
