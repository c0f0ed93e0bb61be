// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/paths.h"

#include "compiler/compose/case_view.h"

namespace dossier::compose {
namespace {

constexpr std::string_view kValues[] = {
    "dossier.title", "dossier.id",     "applicant.name", "submitter.name", "forum.name",
    "filing.date",   "procedure.kind", "draft.mark",     "item.name",      "item.role"};
constexpr std::size_t kValuesOutsideLoops = 8;

constexpr std::string_view kLists[] = {"applicants", "submitters"};

}  // namespace

std::span<const std::string_view> ValuePaths(bool in_loop) {
  const std::span<const std::string_view> all(kValues);
  return in_loop ? all : all.first(kValuesOutsideLoops);
}

std::span<const std::string_view> TestPaths(bool in_loop) { return ValuePaths(in_loop); }

std::span<const std::string_view> ListPaths() { return kLists; }

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
