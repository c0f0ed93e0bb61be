// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/item_filter.h"

#include <algorithm>

#include "compiler/evaluate/item_dates.h"
#include "compiler/evaluate/item_wording.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using model::ItemFilter;

template <typename T, typename U>
bool Has(const std::vector<T>& values, const U& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

template <typename T>
bool Allows(const std::vector<T>& wanted, T value) {
  return wanted.empty() || Has(wanted, value);
}

Fit Scopes(const ItemFilter& wanted, const FilterInput& input) {
  const model::Scope scope = input.exhibit->exhibit->scope;
  if (Allows(wanted.scopes, scope)) return {};
  return Fit::Misfit("its scope is " + std::string(NameOf(model::ScopeNames(), scope)) +
                     ", wanted is " + WordsOf(wanted.scopes));
}

Fit Natures(const ItemFilter& wanted, const FilterInput& input) {
  const model::Nature nature = input.exhibit->exhibit->nature;
  if (Allows(wanted.natures, nature)) return {};
  return Fit::Misfit(nature == model::Nature::kAssessment
                         ? "it is an assessment, wanted is a report of facts"
                         : "it reports facts, wanted is an assessment");
}

Fit Kinds(const ItemFilter& wanted, const FilterInput& input) {
  const model::ExhibitKind kind = input.exhibit->exhibit->kind;
  if (Allows(wanted.kinds, kind)) return {};
  return Fit::Misfit("its kind is " + std::string(NameOf(model::ExhibitKindNames(), kind)) +
                     ", wanted is " + WordsOf(wanted.kinds));
}

Fit Languages(const ItemFilter& wanted, const FilterInput& input) {
  const auto is_wanted = [&](std::string_view language) { return Has(wanted.languages, language); };
  const std::vector<std::string_view>& languages = input.exhibit->languages;
  if (wanted.languages.empty() || std::any_of(languages.begin(), languages.end(), is_wanted)) {
    return {};
  }
  return Fit::Misfit("neither it nor a translation of it is in " +
                     LanguagesInWords(wanted.languages));
}

/// True when the whole of it is in one of the languages: a list without pages means that it is
/// written in each of them, a list by pages that each page is in one.
bool IsIn(const model::Exhibit& exhibit, const std::vector<std::string>& wanted) {
  bool by_pages = false;
  bool all_pages = true;
  for (const model::PageLanguage& language : exhibit.languages) {
    const bool is_wanted = Has(wanted, language.language);
    if (language.pages.empty() && is_wanted) return true;
    by_pages = by_pages || !language.pages.empty();
    all_pages = all_pages && is_wanted;
  }
  return by_pages && all_pages;
}

std::string WhyNotTranslated(const model::TranslationWanted& wanted, const FilterInput& input,
                             const model::Exhibit* uncertified) {
  const std::string into = LanguagesInWords(wanted.into);
  const model::Exhibit& exhibit = *input.exhibit->exhibit;
  if (uncertified == &exhibit) return "it is a translation that is not certified";
  if (uncertified != nullptr) {
    return "its translation into " + into + ", " + uncertified->id.value + ", is not certified";
  }
  const std::string none =
      wanted.certified ? "no certified translation of it into " : "no translation of it into ";
  if (exhibit.languages.empty()) {
    return "the register does not say in which language it is, and " + none + into + " is there";
  }
  const bool partly = std::any_of(
      exhibit.languages.begin(), exhibit.languages.end(),
      [&](const model::PageLanguage& language) { return Has(wanted.into, language.language); });
  return (partly ? "not all of it is in " : "it is not in ") + into + ", and " + none +
         (wanted.into.size() > 1 ? "one of these" : "that language") + " is there";
}

Fit Translations(const ItemFilter& filter, const FilterInput& input) {
  if (!filter.translation) return {};
  const model::TranslationWanted& wanted = *filter.translation;
  const ExhibitEntry& original = *input.exhibit->original;
  const model::Exhibit* uncertified = nullptr;
  const auto counts = [&](const model::Exhibit& exhibit) {
    if (!IsIn(exhibit, wanted.into)) return false;
    if (!exhibit.translation || !wanted.certified || exhibit.translation->certified) return true;
    if (uncertified == nullptr || &exhibit == input.exhibit->exhibit) uncertified = &exhibit;
    return false;
  };
  if (counts(*original.exhibit) || counts(*input.exhibit->exhibit)) return {};
  for (const model::Exhibit* translation : original.translations) {
    if (counts(*translation)) return {};
  }
  return Fit::Misfit(WhyNotTranslated(wanted, input, uncertified));
}

Fit Pinpoints(const ItemFilter& wanted, const FilterInput& input) {
  if (!wanted.pinpoint || input.has_pinpoint) return {};
  return Fit::Misfit("it is cited without a page or paragraph");
}

Fit Locked(const ItemFilter& wanted, const FilterInput& input) {
  if (!wanted.locked || input.exhibit->locked) return {};
  return Fit::Misfit(input.exhibit->surrogate
                         ? "no file of it is there whose digest could be locked"
                         : "its digest is not in dossier.lock");
}

/// Whom the author means: an entry of a list may stand for its person.
std::string_view SubjectOf(const FilterInput& input, const model::Text& person) {
  return input.subjects == nullptr ? std::string_view(person.value)
                                   : input.subjects->SubjectOf(person.value);
}

Fit Own(const ItemFilter& wanted, const FilterInput& input) {
  if (!wanted.own || input.item == nullptr) return {};
  const std::vector<model::Text>& persons =
      input.item->for_persons.empty() ? input.ground->for_persons : input.item->for_persons;
  const bool own = input.subject.empty()
                       ? persons.empty()
                       : persons.size() == 1 && SubjectOf(input, persons.front()) == input.subject;
  if (own) return {};
  if (input.subject.empty()) return Fit::Misfit("it is filed for single persons");
  return Fit::Misfit(
      persons.empty() ? "it is filed for everyone, not for " + std::string(input.subject) + " alone"
                      : "it is filed for others beside " + std::string(input.subject));
}

Fit Independent(const ItemFilter& wanted, const FilterInput& input) {
  if (!wanted.independent) return {};
  switch (input.exhibit->party) {
    case Party::kNone:
      return {};
    case Party::kSelf:
      return Fit::Misfit("it was published by an applicant or a submitting organisation");
    case Party::kGroup:
      return Fit::Misfit("its publisher is of one group with a submitting organisation");
    case Party::kUnknown:
      break;
  }
  return Fit::Misfit("the register does not name its publisher, so that its independence is open");
}

bool States(const model::Exhibit& exhibit, model::RegisterField field) {
  using Field = model::RegisterField;
  const auto capture = [&](auto get) { return exhibit.capture && get(*exhibit.capture); };
  switch (field) {
    case Field::kPublisher:
      return !exhibit.publisher.value.empty();
    case Field::kPublished:
      return exhibit.published.date.has_value();
    case Field::kEvent:
      return exhibit.event.date.has_value();
    case Field::kUrl:
      return !exhibit.url.empty();
    case Field::kCaptured:
      return exhibit.captured.date.has_value();
    case Field::kArchived:
      return !exhibit.archived.empty();
    case Field::kAuthor:
      return !exhibit.author.empty();
    case Field::kCapturedBy:
      return capture([](const model::Capture& at) { return !at.by.empty(); });
    case Field::kTool:
      return capture([](const model::Capture& at) { return !at.tool.empty(); });
    case Field::kHtml:
      return capture([](const model::Capture& at) { return at.html; });
    case Field::kScreenshot:
      return capture([](const model::Capture& at) { return at.screenshot; });
    case Field::kCustody:
      return !exhibit.custody.empty();
  }
  return false;
}

Fit RegisterStates(const ItemFilter& wanted, const FilterInput& input) {
  std::vector<std::string> missing;
  for (const model::RegisterField field : wanted.states) {
    if (!States(*input.exhibit->exhibit, field)) missing.emplace_back(InWords(field));
  }
  if (missing.empty()) return {};
  return Fit::Misfit("the register does not state " + JoinOr(missing));
}

Fit Dated(const ItemFilter& wanted, const FilterInput& input) {
  return wanted.dated ? FitDates(*wanted.dated, input) : Fit();
}

Fit Novel(const ItemFilter& wanted, const FilterInput& input) {
  return wanted.novel && input.item != nullptr ? FitNovelty(*wanted.novel, input) : Fit();
}

Fit Reasoned(const ItemFilter& wanted, const FilterInput& input) {
  if (!wanted.reasoned || input.ground == nullptr || !input.ground->argument.value.empty()) return {};
  return Fit::Misfit("its ground names no argument that says why it belongs here");
}

using Check = Fit (*)(const ItemFilter&, const FilterInput&);
constexpr Check kChecks[] = {Scopes,   Natures, Kinds,       Languages,      Translations,
                             Pinpoints, Locked, Own,         Independent,    RegisterStates,
                             Dated,    Novel,   Reasoned};

}  // namespace

Fit FitOf(const ItemFilter& wanted, const FilterInput& input) {
  Fit undecided;
  for (const Check check : kChecks) {
    Fit fit = check(wanted, input);
    if (fit.kind == Fit::Kind::kMisfit) return fit;
    if (!fit.fits() && undecided.fits()) undecided = std::move(fit);
  }
  return undecided;
}

std::vector<std::string> Misfits(const ItemFilter& wanted, const FilterInput& input,
                                 std::vector<std::string_view>& missing_dates) {
  std::vector<std::string> reasons;
  const auto add = [&](Fit fit) {
    if (fit.kind == Fit::Kind::kMisfit) reasons.push_back(std::move(fit.reason));
    if (fit.kind == Fit::Kind::kUndecided) missing_dates.push_back(fit.missing_date);
  };
  for (const Check check : kChecks) add(check(wanted, input));
  if (wanted.fresh) add(FitAge(*wanted.fresh, input));
  return reasons;
}

std::vector<std::string_view> DatesRead(const ItemFilter& filter) {
  std::vector<std::string_view> names;
  if (filter.fresh) {
    names.push_back(filter.fresh->of.empty() ? std::string_view("filing") : filter.fresh->of);
  }
  if (filter.novel) names.push_back(filter.novel->after);
  if (filter.dated) {
    for (const model::DateBound* bound : {&filter.dated->range.from, &filter.dated->range.before}) {
      if (!bound->date && !bound->name.empty()) names.push_back(bound->name);
    }
  }
  return names;
}

bool IsStaleLink(const model::Ground& ground, const model::Criterion& criterion) {
  return ground.revision != 0 && ground.revision != criterion.revision;
}

std::optional<ItemValue> Value(const FiledItem& filed, const model::Need& need,
                               const NeedContext& context) {
  const resolve::BoundCitation* bound = context.exhibits->Bound(filed.item->cite);
  ItemValue value;
  value.exhibit = context.exhibits->Cited(bound);
  if (value.exhibit == nullptr) return std::nullopt;
  const FilterInput input{.exhibit = value.exhibit,
                          .item = filed.item,
                          .ground = filed.ground,
                          .subject = context.subject,
                          .subjects = context.subjects,
                          .has_pinpoint = !bound->pinpoint_text.empty(),
                          .dates = context.dates};
  Fit fit = FitOf(need.where, input);
  value.fits = fit.kind != Fit::Kind::kMisfit;
  value.fits_undecided = fit.kind == Fit::Kind::kUndecided;
  value.missing_date = fit.missing_date;
  value.reason = std::move(fit.reason);
  if (IsStaleLink(*filed.ground, *context.criterion)) {
    value.fresh = false;
    value.reason = "its link was made for revision " + std::to_string(filed.ground->revision) +
                   " of the rule, which has revision " +
                   std::to_string(context.criterion->revision);
  } else if (need.where.fresh) {
    Fit age = FitAge(*need.where.fresh, input);
    value.fresh = age.kind != Fit::Kind::kMisfit;
    value.fresh_undecided = age.kind == Fit::Kind::kUndecided;
    if (value.fresh_undecided) value.missing_date = age.missing_date;
    if (!value.fresh) value.reason = std::move(age.reason);
  }
  return value;
}

}  // namespace dossier::evaluate
