// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/filing_checks.h"

#include <algorithm>

#include "compiler/deadlines/deadlines.h"
#include "compiler/driver/calendar_files.h"
#include "compiler/driver/document_files.h"
#include "compiler/driver/word_file.h"
#include "compiler/facts/facts.h"
#include "compiler/forum/annexes.h"
#include "compiler/forum/document.h"
#include "compiler/forum/wording.h"
#include "compiler/io/clock.h"

namespace dossier::driver {
namespace {

bool Shows(const compose::TemplateNode& node, bool (*is_it)(const compose::TemplateNode&)) {
  if (is_it(node)) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const compose::TemplateNode& child) { return Shows(child, is_it); });
}

/// Compose numbers the pages of every document, and the paragraphs of the argument unless the case or
/// the template says that it should not.
forum::DocumentForm FormOf(const compose::Template& document, const model::Print& print) {
  forum::DocumentForm form;
  const bool unnumbered = print.paragraphs ? *print.paragraphs == model::Print::Paragraphs::kNone
                                           : document.root.Attribute("paragraphs") == "none";
  form.paragraphs_numbered = !unnumbered && Shows(document.root, [](const compose::TemplateNode& node) {
    return node.name == "argument";
  });
  form.names_submitters = Shows(document.root, [](const compose::TemplateNode& node) {
    return node.Attribute("select").find("submitters/submitter") != std::string_view::npos;
  });
  if (WantsWordFile(document)) form.formats.emplace_back("docx");
  return form;
}

void CheckDeadlines(Session& session, const Request& request) {
  std::vector<model::Calendar> calendars;
  if (const Result<io::CaseFolder> rules = io::CaseFolder::Open(session.data + "/rules")) {
    calendars = LoadCalendars(*rules, session.packs, session.sources, session.sink);
  }
  (void)deadlines::ComputeDeadlines(*session.loaded, session.packs, calendars,
                                    {.as_of = request.as_of, .today = TodayOf(request)}, session.sink);
}

void CheckForum(Session& session, const resolve::ResolvedCase& resolved, const Request& request) {
  const bool limited = std::any_of(session.packs.begin(), session.packs.end(), [](const model::RulePack& pack) {
    return !pack.document_rules.empty();
  });
  // A template that cannot be read is reported when the brief is built.
  const std::optional<compose::Template> document = PeekTemplate(session);
  if (document) forum::CheckPrintedLists(*session.loaded, compose::ListsOf(document->root), session.sink);
  forum::CheckAnnexes(resolved, session.sink);
  if (limited) {
    forum::CheckDocument(resolved, session.packs, document ? FormOf(*document, session.loaded->header.print) : forum::DocumentForm{},
                         request.as_of, session.sink);
  }
  forum::CheckWording(*session.loaded, session.packs, session.sink);
}

}  // namespace

std::optional<Date> TodayOf(const Request& request) {
  return request.today_now ? Date::Of(io::Today(io::SystemClock())) : request.today;
}

void CheckFiling(Session& session, const resolve::ResolvedCase& resolved, const Request& request) {
  CheckDeadlines(session, request);
  const evaluate::NamedDates dates(session.loaded->header, std::string_view(), request.as_of);
  facts::CheckClaims(resolved, dates.Get("filing"), session.sink);
  CheckForum(session, resolved, request);
}

}  // namespace dossier::driver
