// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/author_decisions.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace dossier::check {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;

std::string_view PathOf(const Finding& finding, const diagnostics::Sources& sources) {
  if (finding.place.span.known()) return sources.PathOf(finding.place.span.file);
  return finding.place.path;
}

bool Covers(const model::AuthorWaiver& waiver, const Finding& finding,
            const diagnostics::Sources& sources) {
  if (!waiver.criterion.empty() && waiver.criterion != finding.criterion) return false;
  if (!waiver.subject.empty() && waiver.subject != finding.subject) return false;
  if (!waiver.file.empty() && waiver.file != PathOf(finding, sources)) return false;
  return waiver.exhibit.empty() || std::find(finding.exhibits.begin(), finding.exhibits.end(),
                                             waiver.exhibit) != finding.exhibits.end();
}

bool CanBeWaived(Kind kind) {
  return kind != Kind::kWaiverExpired && kind != Kind::kWaiverUnused &&
         kind != Kind::kNothingChecked;
}

bool Matches(const model::Acceptance& acceptance, std::string_view criterion,
             std::string_view subject) {
  return acceptance.criterion == criterion &&
         (acceptance.subject.empty() || acceptance.subject == subject);
}

bool Matches(const model::Acceptance& acceptance, const Finding& finding) {
  if (acceptance.code.empty() && acceptance.criterion.empty()) return false;
  if (!acceptance.code.empty() && acceptance.code != Describe(finding.kind).code) return false;
  if (!acceptance.criterion.empty() && acceptance.criterion != finding.criterion) return false;
  return acceptance.subject.empty() || acceptance.subject == finding.subject;
}

std::string DateOf(const model::CaseDate& date) { return date.date ? date.date->ToString() : ""; }

Finding ExpiredWaiver(const model::AuthorWaiver& waiver) {
  Finding finding;
  finding.kind = Kind::kWaiverExpired;
  finding.place = waiver.until.span.known() ? waiver.until.span : waiver.span;
  finding.criterion = waiver.criterion;
  finding.subject = waiver.subject;
  finding.need = waiver.code.value;
  finding.args = {Id(DateOf(waiver.until))};
  finding.hint = {"close the gap, or decide again and write a new date"};
  return finding;
}

Finding UnusedWaiver(const model::AuthorWaiver& waiver) {
  Finding finding;
  finding.kind = Kind::kWaiverUnused;
  finding.place = waiver.span;
  finding.criterion = waiver.criterion;
  finding.subject = waiver.subject;
  finding.need = waiver.code.value;
  finding.hint = {"remove it: nothing with code {0} is found there now", {Id(waiver.code.value)}};
  return finding;
}

}  // namespace

void ApplyLevels(const model::Author& author, std::vector<CheckedFinding>& findings) {
  std::map<Kind, Level> levels;
  for (const auto& [code, word] : author.levels) {
    const std::optional<Kind> kind = diagnostics::KindByCode(code.value);
    const std::optional<Level> level = diagnostics::ParseLevel(word);
    if (kind && level) levels[*kind] = *level;
  }
  for (CheckedFinding& checked : findings) {
    const auto set = levels.find(checked.finding.kind);
    if (set == levels.end()) continue;
    const Level now = checked.finding.EffectiveLevel();
    const bool made_quieter = now < Describe(checked.finding.kind).level;
    if (set->second < now || !made_quieter) checked.finding.level = set->second;
  }
}

void ApplyWaivers(const model::Author& author, const std::optional<Date>& today,
                  const diagnostics::Sources& sources, std::vector<CheckedFinding>& findings) {
  std::map<std::string_view, std::vector<CheckedFinding*>> by_code;
  for (CheckedFinding& checked : findings) {
    if (!CanBeWaived(checked.finding.kind)) continue;
    by_code[Describe(checked.finding.kind).code].push_back(&checked);
  }
  std::vector<Finding> reports;
  for (const model::AuthorWaiver& waiver : author.waivers) {
    const bool ended = today && waiver.until.date && waiver.until.date->Last() < today->First();
    if (ended) {
      reports.push_back(ExpiredWaiver(waiver));
      continue;
    }
    bool used = false;
    const auto candidates = by_code.find(waiver.code.value);
    if (candidates != by_code.end()) {
      for (CheckedFinding* checked : candidates->second) {
        if (!Covers(waiver, checked->finding, sources)) continue;
        used = true;
        if (checked->waived()) continue;
        checked->finding.waiver = diagnostics::Waiver{
            .reason = waiver.reason, .by = waiver.by, .until = DateOf(waiver.until)};
      }
    }
    if (!used) reports.push_back(UnusedWaiver(waiver));
  }
  for (Finding& report : reports)
    findings.push_back({.finding = std::move(report), .fingerprint = {}, .accepted = {}});
}

void ApplyAcceptances(const model::Author& author, evaluate::Coverage& coverage,
                      std::vector<CheckedFinding>& findings) {
  using evaluate::Verdict;
  std::map<std::string_view, std::vector<const model::Acceptance*>> by_criterion;
  for (const model::Acceptance& acceptance : author.acceptances) {
    by_criterion[acceptance.criterion].push_back(&acceptance);
  }
  for (evaluate::CriterionCoverage& criterion : coverage.criteria) {
    const bool gap = criterion.verdict < Verdict::kPresumed;
    const auto candidates = by_criterion.find(criterion.id);
    if (!gap || candidates == by_criterion.end()) continue;
    for (const model::Acceptance* acceptance : candidates->second) {
      if (!criterion.accepted && Matches(*acceptance, criterion.id, criterion.subject)) {
        criterion.accepted = *acceptance;
      }
    }
  }
  for (CheckedFinding& checked : findings) {
    const auto note = [&](std::string_view key) {
      const auto candidates = by_criterion.find(key);
      if (candidates == by_criterion.end()) return;
      for (const model::Acceptance* acceptance : candidates->second) {
        if (!checked.accepted && Matches(*acceptance, checked.finding)) {
          checked.accepted = *acceptance;
        }
      }
    };
    note(checked.finding.criterion);
    if (!checked.finding.criterion.empty()) note({});
  }
}

}  // namespace dossier::check
