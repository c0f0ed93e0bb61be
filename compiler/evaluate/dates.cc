// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/dates.h"

#include <algorithm>

namespace dossier::evaluate {
namespace {

std::size_t IndexOf(std::string_view name) {
  if (name.empty()) name = "filing";
  const auto found = std::find(kNamedDates.begin(), kNamedDates.end(), name);
  return static_cast<std::size_t>(found - kNamedDates.begin());
}

bool IsOf(const model::Procedure& procedure, std::string_view subject) {
  if (procedure.applicants.empty() || subject.empty()) return true;
  return std::any_of(procedure.applicants.begin(), procedure.applicants.end(),
                     [&](const model::Text& applicant) { return applicant.value == subject; });
}

bool IsLater(const model::Procedure& candidate, const model::Procedure& than) {
  if (!candidate.lodged.date || !than.lodged.date) return true;
  return !candidate.lodged.date->CertainlyBefore(*than.lodged.date);
}

/// The day on which the outcome of a procedure became final.
model::CaseDate FinalOf(const model::Procedure& procedure) {
  if (procedure.final.date || procedure.final.pending) return procedure.final;
  return procedure.decisions.empty() ? model::CaseDate{} : procedure.decisions.back().final;
}

NamedDates::Procedures ProceduresOf(const model::Header& header, std::string_view subject) {
  NamedDates::Procedures procedures;
  for (const model::Procedure& procedure : header.procedures) {
    if (IsOf(procedure, subject)) procedures.push_back(&procedure);
  }
  return procedures;
}

}  // namespace

NamedDates::NamedDates(const model::Header& header, std::string_view subject,
                       const std::vector<DateOverride>& overrides)
    : NamedDates(header, ProceduresOf(header, subject), overrides) {}

NamedDates::NamedDates(const model::Header& header, const Procedures& procedures,
                       const std::vector<DateOverride>& overrides) {
  ReadFilings(header);
  ReadProcedures(procedures);
  for (const auto& [name, date] : overrides) {
    const std::size_t index = IndexOf(name);
    if (index < dates_.size()) dates_[index] = date;
  }
}

void NamedDates::ReadFilings(const model::Header& header) {
  for (const model::Filing& filing : header.filings) {
    const std::optional<Date>& latest = dates_[0];
    if (!filing.date.date) {
      pending_[0] = pending_[0] || filing.date.pending;
      continue;
    }
    if (!latest || !filing.date.date->CertainlyBefore(*latest)) dates_[0] = filing.date.date;
  }
}

void NamedDates::Set(std::string_view name, const model::CaseDate& date) {
  const std::size_t index = IndexOf(name);
  if (date.date) dates_[index] = date.date;
  pending_[index] = date.pending;
}

void NamedDates::ReadProcedures(const Procedures& procedures) {
  const model::Procedure* latest = nullptr;
  for (const model::Procedure* procedure : procedures) {
    if (procedure->removal.date || procedure->removal.pending) Set("removal", procedure->removal);
    // A removal runs beside the procedure that the filing is made in.
    const bool aside = procedure->kind == "removal";
    const bool latest_aside = latest != nullptr && latest->kind == "removal";
    if (latest == nullptr || (latest_aside && !aside) ||
        (latest_aside == aside && IsLater(*procedure, *latest))) {
      latest = procedure;
    }
  }
  if (latest == nullptr) return;
  Set("lodged", latest->lodged);
  Set("hearing", latest->hearing);
  if (!latest->decisions.empty()) {
    Set("decided", latest->decisions.back().date);
    Set("served", latest->decisions.back().served);
  }
  // A subsequent application is measured by the decision that it follows.
  if (latest->kind == "subsequent") {
    for (const model::Procedure* procedure : procedures) {
      const model::CaseDate final = FinalOf(*procedure);
      if (procedure != latest && procedure->kind != "removal" && final.date) Set("final", final);
    }
  }
  const model::CaseDate final = FinalOf(*latest);
  if (final.date || final.pending) Set("final", final);
}

NamedDates::State NamedDates::StateOf(std::string_view name) const {
  const std::size_t index = IndexOf(name);
  if (index >= dates_.size()) return State::kAbsent;
  if (dates_[index]) return State::kStated;
  return pending_[index] ? State::kPending : State::kAbsent;
}

const std::optional<Date>& NamedDates::Get(std::string_view name) const {
  const std::size_t index = IndexOf(name);
  return index < dates_.size() ? dates_[index] : none_;
}

InForce Compare(const Date& at, const std::optional<Date>& from, const std::optional<Date>& to) {
  if (from && at.Last() < from->First()) return InForce::kNotYet;
  if (to && at.First() >= to->First()) return InForce::kNoLonger;
  const bool begun = !from || at.First() >= from->First();
  const bool not_ended = !to || at.Last() < to->First();
  return begun && not_ended ? InForce::kYes : InForce::kUndecided;
}

Day OldestFresh(const Date& at, int months) { return AddMonths(at.Last(), -months); }

}  // namespace dossier::evaluate
