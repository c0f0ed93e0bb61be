// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/item_filter.h"

#include <algorithm>

#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

template <typename T>
bool Allows(const std::vector<T>& wanted, T value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool AllowsLanguage(const std::vector<std::string>& wanted, const ExhibitEntry& entry) {
  if (wanted.empty()) return true;
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& language) {
    return std::find(entry.languages.begin(), entry.languages.end(), language) !=
           entry.languages.end();
  });
}

const model::CaseDate& DateOf(const model::Exhibit& exhibit, model::Freshness::Field field) {
  switch (field) {
    case model::Freshness::Field::kEvent:
      return exhibit.event;
    case model::Freshness::Field::kCaptured:
      return exhibit.captured;
    case model::Freshness::Field::kPublished:
      break;
  }
  return exhibit.published;
}

void JudgeAge(const model::Freshness& wanted, const NamedDates& dates, ItemValue& value) {
  const std::string_view what = WordOf(wanted.field);
  const std::optional<Date>& date = DateOf(*value.exhibit->exhibit, wanted.field).date;
  const std::optional<Date>& at = dates.Get(wanted.of);
  if (!date) {
    value.fresh = false;
    value.reason = "the register does not say when it was " + std::string(what);
    return;
  }
  if (!at) {
    value.fresh_undecided = true;
    return;
  }
  const Day oldest = OldestFresh(*at, wanted.months);
  if (date->First() >= oldest) return;
  value.fresh = false;
  const std::string limit = Date::Of(oldest).ToString();
  const std::string when =
      std::string(what) + (date->is_day() ? " on " : " in ") + date->ToString();
  value.reason = date->Last() < oldest
                     ? "it was " + when + ", before " + limit
                     : "it was " + when +
                           ", which is not precise enough to say that it was not before " + limit;
}

/// The first thing that does not fit, in words; empty when all does.
std::string Misfit(const model::ItemFilter& wanted, const ExhibitEntry& entry, bool has_pinpoint) {
  const model::Exhibit& exhibit = *entry.exhibit;
  if (!Allows(wanted.scopes, exhibit.scope)) {
    return "its scope is " + std::string(NameOf(model::ScopeNames(), exhibit.scope)) +
           ", wanted is " + WordsOf(wanted.scopes);
  }
  if (!Allows(wanted.natures, exhibit.nature)) {
    return exhibit.nature == model::Nature::kAssessment
               ? "it is an assessment, wanted is a report of facts"
               : "it reports facts, wanted is an assessment";
  }
  if (!Allows(wanted.kinds, exhibit.kind)) {
    return "its kind is " + std::string(NameOf(model::ExhibitKindNames(), exhibit.kind)) +
           ", wanted is " + WordsOf(wanted.kinds);
  }
  if (!AllowsLanguage(wanted.languages, entry)) {
    return "neither it nor a translation of it is in " + JoinOr(wanted.languages);
  }
  if (wanted.pinpoint && !has_pinpoint) return "it is cited without a page or paragraph";
  return {};
}

}  // namespace

bool IsStaleLink(const model::Ground& ground, const model::Criterion& criterion) {
  return ground.revision != 0 && ground.revision != criterion.revision;
}

std::optional<ItemValue> Value(const FiledItem& filed, const model::Need& need,
                               const NeedContext& context) {
  ItemValue value;
  value.exhibit = context.exhibits->Cited(filed.item->cite);
  if (value.exhibit == nullptr) return std::nullopt;
  const resolve::BoundCitation* bound = context.exhibits->Bound(filed.item->cite);
  value.reason = Misfit(need.where, *value.exhibit, !bound->pinpoint_text.empty());
  value.fits = value.reason.empty();
  if (need.where.fresh) JudgeAge(*need.where.fresh, *context.dates, value);
  if (IsStaleLink(*filed.ground, *context.criterion)) {
    value.fresh = false;
    value.fresh_undecided = false;
    value.reason = "its link was made for revision " + std::to_string(filed.ground->revision) +
                   " of the rule, which has revision " +
                   std::to_string(context.criterion->revision);
  }
  return value;
}

}  // namespace dossier::evaluate
