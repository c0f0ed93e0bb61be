// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/places.h"

#include <algorithm>
#include <vector>

namespace dossier::deadlines {
namespace {

bool IsOf(const model::Procedure& procedure, std::string_view subject) {
  if (procedure.applicants.empty() || subject.empty()) return true;
  return std::any_of(procedure.applicants.begin(), procedure.applicants.end(),
                     [&](const model::Text& applicant) { return applicant.value == subject; });
}

void AddOfDecision(const model::ProcedureDecision& decision, std::string_view name,
                   std::vector<const model::CaseDate*>& dates) {
  if (name == "decided") dates.push_back(&decision.date);
  if (name == "served") dates.push_back(&decision.served);
  if (name == "final") dates.push_back(&decision.final);
}

/// Everything that the case says under a name for a subject, in the order of the file.
std::vector<const model::CaseDate*> DatesOf(const model::Header& header, std::string_view subject,
                                            std::string_view name) {
  std::vector<const model::CaseDate*> dates;
  if (name == "filing") {
    for (const model::Filing& filing : header.filings) dates.push_back(&filing.date);
  }
  for (const model::Procedure& procedure : header.procedures) {
    if (!IsOf(procedure, subject)) continue;
    if (name == "lodged") dates.push_back(&procedure.lodged);
    if (name == "hearing") dates.push_back(&procedure.hearing);
    if (name == "removal") dates.push_back(&procedure.removal);
    for (const model::ProcedureDecision& decision : procedure.decisions) {
      AddOfDecision(decision, name, dates);
    }
    if (name == "final") dates.push_back(&procedure.final);
  }
  return dates;
}

}  // namespace

Span PlaceOf(const model::Header& header, std::string_view subject, std::string_view name,
             const std::optional<Date>& value) {
  const std::vector<const model::CaseDate*> dates = DatesOf(header, subject, name);
  for (auto date = dates.rbegin(); date != dates.rend(); ++date) {
    const bool said = value ? (*date)->date == value : (*date)->pending;
    if (said && (*date)->span.known()) return (*date)->span;
  }
  if (value) return header.id.span;
  Span place = header.id.span;
  for (const model::Procedure& procedure : header.procedures) {
    if (IsOf(procedure, subject) && procedure.id.span.known()) place = procedure.id.span;
  }
  return place;
}

}  // namespace dossier::deadlines
