// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/brief_document.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compiler/compose/compose.h"
#include "compiler/driver/citation_guide.h"
#include "compiler/driver/document_files.h"
#include "compiler/driver/printed_pictures.h"
#include "compiler/driver/word_file.h"
#include "compiler/fonts/pinned.h"
#include "compiler/forum/document.h"
#include "compiler/foundation/joined.h"

namespace dossier::driver {
namespace {

/// The choices of law that are decided.
std::vector<compose::ChosenLaw> ChosenLaws(const evaluate::Coverage& coverage) {
  std::vector<compose::ChosenLaw> chosen;
  for (const evaluate::LawCoverage& law : coverage.laws) {
    if (law.decided_by == evaluate::DecidedBy::kNobody) continue;
    chosen.push_back({.choice = law.choice,
                      .option = law.option,
                      .subject = law.subject,
                      .by_author = law.decided_by == evaluate::DecidedBy::kAuthor});
  }
  return chosen;
}

compose::LengthTotals LengthOf(const Session& session, const Request& request) {
  const forum::Length length = forum::MeasureLength(*session.loaded, session.packs, request.as_of);
  compose::LengthTotals totals{.parts = {}, .limit = length.limit};
  for (const forum::Length::Part& part : length.parts) {
    totals.parts.push_back({.id = part.id, .words = part.words, .counted = part.counted});
  }
  return totals;
}

/// False when the case wants a family that is not pinned. D0105.
bool KnowsFamily(Session& session, const compose::Document& document) {
  const std::vector<std::string_view> families = fonts::Families();
  if (std::find(families.begin(), families.end(), document.page.family) != families.end()) return true;
  const model::Text& font = session.loaded->header.print.font;
  session.sink.Report({.kind = diagnostics::Kind::kUnknownValue,
                       .args = {diagnostics::Id(font.value), diagnostics::Id("font")},
                       .place = font.span,
                       .hint = {"there is {0}; small letters, hyphens for spaces", {diagnostics::Id(Joined(families))}}});
  return false;
}

}  // namespace

std::optional<BriefDocument> ComposeBrief(CheckedCase& checked, const Request& request) {
  Session& session = *checked.session;
  std::optional<DocumentFiles> files = LoadDocumentFiles(session);
  const std::optional<model::CitationStyle> guide = LoadCitationGuide(session);
  const bool guided = guide || session.loaded->header.print.citations.value.empty();
  if (!files || !guided) return std::nullopt;
  BriefDocument brief;
  brief.document = compose::Compose(checked.resolved, session.packs, files->document_template, files->strings,
                                    {.draft = !request.final_build,
                                     .laws = ChosenLaws(checked.coverage),
                                     .provenance = checked.provenance.shown,
                                     .pictures = ReadPrintedPictures(session),
                                     .length = LengthOf(session, request),
                                     .citations = guide ? &*guide : nullptr},
                                    session.sink);
  if (!KnowsFamily(session, brief.document)) return std::nullopt;
  brief.word = WantsWordFile(files->document_template);
  brief.strings = std::move(files->strings);
  return brief;
}

}  // namespace dossier::driver
