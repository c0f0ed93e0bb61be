// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/exhibit_rules.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "compiler/evaluate/condition.h"
#include "compiler/evaluate/exhibit_table.h"
#include "compiler/evaluate/item_filter.h"
#include "compiler/evaluate/item_wording.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;

/// An exhibit that something cites.
struct CitedExhibit {
  const ExhibitEntry* entry = nullptr;  // null: nothing cites it
  bool always_pinpoint = true;
  Span without_pinpoint;  // the first citation that has none
};

std::vector<CitedExhibit> CitedOf(const resolve::ResolvedCase& resolved,
                                  const ExhibitTable& table) {
  std::vector<CitedExhibit> cited(table.entries().size());
  for (const resolve::BoundCitation& citation : resolved.citations) {
    if (!citation.exhibit_index || *citation.exhibit_index >= cited.size()) continue;
    CitedExhibit& at = cited[*citation.exhibit_index];
    at.entry = &table.entries()[*citation.exhibit_index];
    if (!citation.pinpoint_text.empty() || !at.always_pinpoint) continue;
    at.always_pinpoint = false;
    at.without_pinpoint = citation.source.span;
  }
  return cited;
}

std::string JoinSemicolon(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : "; ") + word;
  return joined;
}

std::string TranslationEdit(const std::string& id, const model::TranslationWanted& wanted,
                            bool only_certificate_missing) {
  if (only_certificate_missing) {
    return "have the translation certified and write \"certified: true\" in its entry";
  }
  return "register the translation: an entry with \"language: " + wanted.into.front() +
         "\" and \"translation: {of: " + id + ", by: ..." +
         (wanted.certified ? ", certified: true}\"" : "}\"");
}

class ExhibitRules {
 public:
  ExhibitRules(const resolve::ResolvedCase& resolved, const Circumstances& of_case,
               diagnostics::Sink& sink)
      : source_(*resolved.source),
        of_case_(of_case),
        sink_(sink),
        table_(resolved),
        cited_(CitedOf(resolved, table_)) {
    for (const model::Text& applicant : source_.header.applicants) {
      asked_.push_back(Asked::Person(applicant.value));
    }
    if (asked_.empty()) asked_.push_back({});
  }

  void Ask(const model::RulePack& pack, const model::ExhibitRule& rule) {
    if (!Applies(pack, rule)) return;
    std::set<std::string_view> missing_dates;
    for (const CitedExhibit& cited : cited_) {
      if (cited.entry != nullptr) AskExhibit(rule, cited, missing_dates);
    }
    for (const std::string_view name : missing_dates) ReportDateMissing(pack, rule, name);
  }

 private:
  /// For one of the applicants at least, or undecided.
  bool Applies(const model::RulePack& pack, const model::ExhibitRule& rule) {
    if (!rule.when) return true;
    Truth best = Truth::kFalse;
    std::vector<Undecided> undecided;
    for (const Asked& asked : asked_) {
      ConditionValue value = Holds(*rule.when, of_case_, asked);
      if (value.truth > best) {
        best = value.truth;
        undecided = std::move(value.undecided);
      }
    }
    if (best == Truth::kUndecided) ReportUndecided(pack, rule, undecided);
    return best != Truth::kFalse;
  }

  void AskExhibit(const model::ExhibitRule& rule, const CitedExhibit& cited,
                  std::set<std::string_view>& missing_dates) {
    const FilterInput input{.exhibit = cited.entry,
                            .has_pinpoint = cited.always_pinpoint,
                            .dates = &of_case_.DatesOf(asked_.front())};
    std::vector<std::string_view> dates;
    if (!Misfits(rule.where, input, dates).empty()) return;
    model::ItemFilter must;
    if (cited.entry->surrogate) {
      must.states = rule.must.states;  // the rest is for the original to meet
    } else {
      must = rule.must;
    }
    const std::vector<std::string> lacking = Misfits(must, input, dates);
    missing_dates.insert(dates.begin(), dates.end());
    if (!lacking.empty()) Report(rule, must, cited, input, lacking);
  }

  void Report(const model::ExhibitRule& rule, const model::ItemFilter& must,
              const CitedExhibit& cited, const FilterInput& input,
              const std::vector<std::string>& lacking) {
    const model::Exhibit& exhibit = *cited.entry->exhibit;
    Finding finding = About(rule, Kind::kExhibitBelowStandard);
    finding.args = {Id(exhibit.id.value), Id(Named(rule.title, rule.id)),
                    Id(JoinSemicolon(lacking))};
    finding.place = exhibit.id.span;
    finding.exhibits = {exhibit.id.value};
    finding.level = rule.weight == model::Weight::kCore ? Level::kWarning : Level::kNote;
    finding.hint = {JoinSemicolon(EditsFor(must, input))};
    if (must.pinpoint && cited.without_pinpoint.known()) {
      finding.related.push_back(
          {{"cited here without a page or paragraph"}, cited.without_pinpoint});
    }
    sink_.Report(std::move(finding));
  }

  /// What to write so that it passes, each filter by itself.
  [[nodiscard]] std::vector<std::string> EditsFor(const model::ItemFilter& must,
                                                  const FilterInput& input) const {
    const std::string& id = input.exhibit->exhibit->id.value;
    std::vector<std::string> edits;
    std::vector<std::string_view> dates;
    const auto fails = [&](const model::ItemFilter& alone) {
      return !Misfits(alone, input, dates).empty();
    };
    model::ItemFilter rest = must;
    std::string keys;
    for (const model::RegisterField field : std::exchange(rest.states, {})) {
      model::ItemFilter alone;
      alone.states = {field};
      if (!fails(alone)) continue;
      keys += (keys.empty() ? "" : ", ") + std::string(KeyOf(field));
    }
    if (!keys.empty()) edits.push_back("add to the entry of " + id + " in exhibits.yaml: " + keys);
    model::ItemFilter translation;
    translation.translation = std::exchange(rest.translation, std::nullopt);
    if (translation.translation && fails(translation)) {
      const model::TranslationWanted wanted = *translation.translation;
      translation.translation->certified = false;
      edits.push_back(TranslationEdit(id, wanted, !fails(translation)));
    }
    model::ItemFilter locked;
    locked.locked = std::exchange(rest.locked, false);
    if (fails(locked)) edits.emplace_back("run \"dossier lock\"");
    model::ItemFilter pinpoint;
    pinpoint.pinpoint = std::exchange(rest.pinpoint, false);
    if (fails(pinpoint)) edits.emplace_back("add the page or paragraph to each citation");
    if (fails(rest)) {
      edits.push_back("correct the entry of " + id +
                      " in exhibits.yaml if that describes it wrongly, or cite another exhibit");
    }
    return edits;
  }

  [[nodiscard]] static Finding About(const model::ExhibitRule& rule, Kind kind) {
    Finding finding;
    finding.kind = kind;
    finding.criterion = rule.id;
    finding.why = Why(rule.authority);
    return finding;
  }

  /// About the rule itself: where the case names its pack.
  [[nodiscard]] Finding AboutRule(const model::RulePack& pack, const model::ExhibitRule& rule,
                                  Kind kind) const {
    Finding finding = About(rule, kind);
    finding.place = rule.span;
    for (const model::Text& named : source_.header.rules) {
      if (named.value != pack.id) continue;
      finding.place = named.span;
      finding.related.push_back({{"the rule stands here"}, rule.span});
    }
    return finding;
  }

  void ReportDateMissing(const model::RulePack& pack, const model::ExhibitRule& rule,
                         std::string_view name) {
    Finding finding = AboutRule(pack, rule, Kind::kDateMissing);
    finding.need = name;
    finding.args = {Id(rule.id), Id(name)};
    finding.hint = {"state the date in dossier.yaml, or give it with \"--as-of {0}=DATE\"",
                    {Id(name)}};
    sink_.Report(std::move(finding));
  }

  void ReportUndecided(const model::RulePack& pack, const model::ExhibitRule& rule,
                       const std::vector<Undecided>& undecided) {
    for (const Undecided& doubt : undecided) {
      if (doubt.what == Undecided::What::kDate) {
        ReportDateMissing(pack, rule, doubt.name);
        continue;
      }
      const bool vague = doubt.what == Undecided::What::kImpreciseDate;
      Finding finding =
          AboutRule(pack, rule, vague ? Kind::kPartialDateStraddles : Kind::kFactUndecided);
      finding.need = doubt.name;
      if (vague) {
        finding.args = {Id(std::string(doubt.name) + " " + doubt.at), Id(rule.id)};
        finding.hint = {"give the day in dossier.yaml; until then the rule is taken to apply"};
      } else {
        finding.args = {Id(rule.id), Id(doubt.name)};
        finding.hint = {doubt.what == Undecided::What::kProcedure
                            ? "state the procedures in dossier.yaml; until then the rule is taken "
                              "to apply"
                            : "state it in facts.yaml; until then the rule is taken to apply"};
      }
      sink_.Report(std::move(finding));
    }
  }

  const model::Case& source_;
  const Circumstances& of_case_;
  diagnostics::Sink& sink_;
  ExhibitTable table_;
  std::vector<CitedExhibit> cited_;
  std::vector<Asked> asked_;  // never empty
};

}  // namespace

void ReportExhibitRules(const resolve::ResolvedCase& resolved,
                        const std::vector<model::RulePack>& packs, const Circumstances& of_case,
                        diagnostics::Sink& sink) {
  const bool any = std::any_of(packs.begin(), packs.end(), [](const model::RulePack& pack) {
    return !pack.exhibit_rules.empty();
  });
  if (!any) return;
  ExhibitRules rules(resolved, of_case, sink);
  for (const model::RulePack& pack : packs) {
    for (const model::ExhibitRule& rule : pack.exhibit_rules) rules.Ask(pack, rule);
  }
}

}  // namespace dossier::evaluate
