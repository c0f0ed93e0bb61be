// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/letters.h"

namespace dossier::check {

void CheckLetters(const model::Case& source, diagnostics::Sink& sink) {
  for (const model::Exhibit& exhibit : source.exhibits) {
    if (!exhibit.letter || !exhibit.letter->sent.date) continue;
    const model::Text& answers = exhibit.letter->answers;
    const model::Exhibit* question = source.FindExhibit(answers.value);
    if (question == nullptr || !question->letter || !question->letter->sent.date) continue;
    const model::CaseDate& asked = question->letter->sent;
    if (!exhibit.letter->sent.date->CertainlyBefore(*asked.date)) continue;
    sink.Report({.kind = diagnostics::Kind::kLetterOrder,
                 .args = {diagnostics::Id(exhibit.id.value), diagnostics::Id(answers.value)},
                 .place = exhibit.letter->sent.span,
                 .exhibits = {exhibit.id.value, answers.value},
                 .related = {{"the other letter is dated here", asked.span}},
                 .hint = "correct one of the dates, or the id in \"answers\""});
  }
}

}  // namespace dossier::check
